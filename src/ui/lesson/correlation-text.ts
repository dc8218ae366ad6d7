/** The lesson of scene 1: the operation, its name, and the size of what it gives (article §1). */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { dilatedLength } from '../../math/geometry.ts';
import type { CorrelationPart } from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import { sizeFormula } from './formulas.ts';
import { live } from './live.ts';
import { term } from './term.ts';

export function correlationText(part: CorrelationPart): TemplateResult {
  return html`<p>
      ${msg(
        html`A convolution layer holds a small table of weights, the ${term('kernel', msg('kernel'))}. It lays
        the kernel on the top left corner of the ${term('image', msg('image'))}, multiplies every weight by
        the number under it, and adds the products up. In the example that is 0×0 + 1×1 + 3×2 + 4×3 = 19, the
        first element of the ${term('response', msg('response'))}. Then the ${term('window', msg('window'))}
        moves on: one column to the right, and at the end of a row back to the left and one row down, until it
        has been everywhere.`,
      )}
    </p>
    <p>
      ${msg(
        html`Strictly speaking the name is wrong. What the layer computes is a
        ${term('correlation', msg('cross-correlation'))}; a true ${term('convolution', msg('convolution'))}
        turns the kernel by half a turn before it lays it down, so that image and kernel can change places. A
        layer that learns its kernel has no use for that: whatever a turned kernel can find, learning finds
        with the same weights in reverse order. So the turn was left out, and the name stayed. Put the turn
        back with the switch by the figure, and compare.`,
      )}
    </p>
    ${renderSize(part)}
    <p>
      ${msg(
        html`Two things are left out here. A real layer adds the same number to every element, the
        ${term('bias', msg('bias'))}. And its image may have several ${term('channel', msg('channels'))}, red,
        green and blue, say: then the kernel has a table for each of them, and their sums are added.`,
      )}
    </p>`;
}

/** Rows alone: columns go the same way. */
function renderSize({ image, kernel, stride, padding, dilation }: CorrelationPart): TemplateResult {
  const [top, , bottom] = padding;
  const around = top + bottom;
  const window = dilatedLength(kernel.rows, dilation[0]);
  const longest = Math.floor((image.rows + around - 1) / dilation[0]) + 1;
  const number = {
    image: live('image-rows', msg('rows of the image'), image.rows, {
      minimum: Math.max(1, window - around),
      maximum: Math.max(12, image.rows),
    }),
    kernel: live('kernel-rows', msg('rows of the kernel'), kernel.rows, {
      minimum: 1,
      maximum: Math.min(longest, LIMITS.kernelSide.maximum),
    }),
    padding: live('padding', msg('rows of padding'), top, {
      minimum: leastPadding(image.rows, window),
      maximum: LIMITS.padding.maximum,
    }),
    stride: live('stride', msg('stride downwards'), stride[0], LIMITS.stride),
  };
  return html`<p>
      ${msg(
        html`How large is the response? Drag the numbers. An image of ${number.image} rows under a kernel of
        ${number.kernel} rows, with ${number.padding} rows of ${term('padding', msg('padding'))} above and
        below, and a ${term('stride', msg('stride'))} of ${number.stride} rows, leaves room for`,
      )}
    </p>
    ${sizeFormula({ image: image.rows, around, window, stride: stride[0] })}`;
}

function leastPadding(rows: number, window: number): number {
  return Math.max(0, Math.ceil((window - rows) / 2));
}
