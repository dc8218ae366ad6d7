/** The lesson of scene 3: target, loss, gradient, and how far to step (article §3). */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../math/format.ts';
import { gradientFormulas, stepFormula } from './learning-formulas.ts';
import { live } from './live.ts';
import { referenceLink } from './references.ts';
import { sentences } from './sentences.ts';
import { term } from './term.ts';

/** Plain gradient descent on the present image. */
export interface PlainDescent {
  readonly rate: number;
  /** The largest curvature of the loss. */
  readonly curvature: number;
}

/** `descent` is null for other optimisers, and where the image decides nothing. */
export function learningText(descent: PlainDescent | null): TemplateResult {
  return html`<p>
      ${msg(
        html`Suppose that we have the image and the ${term('target', msg('target'))}, but the kernel between
        them is lost. We begin with weights drawn at random (those of the tutorial that this page follows, so
        that its run can be repeated), correlate, and ask how wrong the answer is. The
        ${term('loss', msg('loss'))} is the sum of the squared differences between response Ŷ and target Y,
        and its ${term('gradient', msg('gradient'))} tells for each weight how steeply the loss rises with it:`,
      )}
    </p>
    ${gradientFormulas()}
    <p>
      ${msg(
        html`The third line is a correlation again: of the image with the
        ${term('residual', msg('residual'))}. An ${term('epoch', msg('epoch'))} of the tutorial goes round
        once: correlate, take the loss, clear the last gradient (<code>zero_grad</code>; frameworks add new
        gradients to old ones), work out the new one, and go against it, as far as the
        ${term('rate', msg('learning rate'))} η says:`,
      )}
    </p>
    ${stepFormula()}
    <p>${sentences(renderRate(descent), renderMomentum())}</p>
    <p>
      ${msg(
        html`After ten epochs the tutorial’s program has come to [[1.0307, −0.9488]], nearly the [1, −1] that
          it was never shown. Its layer is <code>nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)</code>: one
          ${term('channel', msg('channel'))} in and one out, for there is one image and one target; no
          ${term('bias', msg('bias'))}, for the target was made without. Images have four axes there, batch,
          channels, height and width: (1, 1, 6, 8), and (1, 1, 6, 7) for the target.`,
      )}
    </p>`;
}

function renderRate(descent: PlainDescent | null): TemplateResult {
  if (!descent) {
    return html`${msg(
      'Too small a rate takes for ever; with too large a one every step overshoots by more than the last.',
    )}`;
  }
  const { rate, curvature } = descent;
  const limit = 2 / curvature;
  const step = 10 ** Math.floor(Math.log10(limit / 20));
  const maximum = Number((Math.ceil((limit * 1.1) / step) * step).toFixed(6));
  const chosen = live('rate', msg('learning rate'), rate, { minimum: step, maximum, step });
  const factor = html`<b>${formatNumber(1 - rate * curvature, 3)}</b>`;
  const steepest = formatNumber(curvature, 3);
  const bound = formatNumber(limit, 4);
  return html`${msg(
    html`Drag it: at ${chosen} each epoch multiplies the error along the steepest direction, of
    ${term('curvature', msg('curvature'))} ${steepest}, by ${factor}. Below 0 the error changes sides at every
    step; beyond −1, that is for rates above ${bound}, it grows without end.`,
  )}`;
}

function renderMomentum(): TemplateResult {
  return html`${msg(
    html`A step that keeps some of the one before, ${term('momentum', msg('momentum'))}, gets through flat
    valleys faster (${referenceLink('goh')}).`,
  )}`;
}
