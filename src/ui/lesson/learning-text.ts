/** The lesson of scene 3: target, loss, gradient, and how far to step (article §3). */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../math/format.ts';
import { gradientFormulas, stepFormula } from './formulas.ts';
import { live } from './live.ts';
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
        them is lost. We begin with random weights, correlate, and ask how wrong the answer is. The
        ${term('loss', msg('loss'))} is the sum of the squared differences between response Ŷ and target Y,
        and its ${term('gradient', msg('gradient'))} tells for each weight which way is downhill:`,
      )}
    </p>
    ${gradientFormulas()}
    <p>
      ${msg(
        html`The third line is a correlation again: of the image with the
        ${term('residual', msg('residual'))}. What computes the layer fast learns fast, too. One step, an
        ${term('epoch', msg('epoch'))} of the tutorial, goes against the gradient:`,
      )}
    </p>
    ${stepFormula()} ${renderRate(descent)}
    <p>
      ${msg(
        html`After ten epochs the tutorial’s program has come to [[1.0307, −0.9488]], nearly the [1, −1] that
        it was never shown. Frameworks work out the gradient by themselves, and keep images as four axes:
        batch, channels, height and width. Here that is (1, 1, 6, 8) for the image and (1, 1, 6, 7) for the
        target.`,
      )}
    </p>`;
}

function renderRate(descent: PlainDescent | null): TemplateResult {
  if (!descent) {
    return html`<p>
      ${msg(
        html`How far it goes is set by the ${term('rate', msg('learning rate'))} η: too small, and it takes
        for ever; too large, and every step overshoots by more than the last.`,
      )}
    </p>`;
  }
  const { rate, curvature } = descent;
  const limit = 2 / curvature;
  const step = 10 ** Math.floor(Math.log10(limit / 20));
  const maximum = Number((Math.ceil((limit * 1.1) / step) * step).toFixed(6));
  const chosen = live('rate', msg('learning rate'), rate, { minimum: step, maximum, step });
  const factor = html`<b>${formatNumber(1 - rate * curvature, 3)}</b>`;
  const steepest = formatNumber(curvature, 3);
  const bound = formatNumber(limit, 4);
  return html`<p>
    ${msg(
      html`How far it goes is set by the ${term('rate', msg('learning rate'))} η. Drag it: at ${chosen} each
      epoch multiplies the error along the steepest direction, of curvature ${steepest}, by ${factor}. Below 0
      the error changes sides at every step; beyond −1, that is for rates above ${bound}, it grows without
      end.`,
    )}
  </p>`;
}
