/** The lesson of scene 1: the operation, its name, and the size of what it gives (article §1). */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { dilatedLength } from '../../math/geometry.ts';
import type { CorrelationPart } from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import { correlationFormula, filledSize, sizeFormula } from './correlation-formulas.ts';
import { live } from './live.ts';
import { term } from './term.ts';

export function correlationText(part: CorrelationPart): TemplateResult {
  return html`<p>
      ${msg(
        html`A convolution layer holds a small table of weights, the ${term('kernel', msg('kernel'))}. It lays
        the kernel on the top left corner of the ${term('image', msg('image'))}, multiplies every weight by
        the number under it, and adds the products up. In the example that is 0×0 + 1×1 + 3×2 + 4×3 = 19, the
        first element of the ${term('response', msg('response'))}. Then the ${term('window', msg('window'))}
        moves on, from left to right and from top to bottom, until it has been everywhere:`,
      )}
    </p>
    ${correlationFormula()}
    <p>${msg('Formulas count from 0, as programs do: Y[0, 0] is the element in row 1, column 1.')}</p>
    <p>
      ${msg(
        html`Strictly speaking the name is wrong. What the layer computes is a
        ${term('correlation', msg('cross-correlation'))}; a true ${term('convolution', msg('convolution'))}
        turns the kernel by half a turn first, so that image and kernel can change places. A layer that learns
        its kernel has no use for that: whatever a turned kernel can find, learning finds with the same
        weights in reverse order. Compare, with the switch by the figure. Two things are left out here: the
        ${term('bias', msg('bias'))}, one number that a real layer adds to every element, and
        ${term('channel', msg('channels'))}, red, green and blue, say, for which a kernel has a table each.
        Kernel and bias are all that the layer learns: its parameters.`,
      )}
    </p>
    ${renderSize(part)}`;
}

/** The live numbers are those of the rows; columns go the same way. */
function renderSize({ image, kernel, stride, padding, dilation }: CorrelationPart): TemplateResult {
  const [top, left, bottom, right] = padding;
  const around = top + bottom;
  const window = dilatedLength(kernel.rows, dilation[0]);
  const longest = Math.floor((image.rows + around - 1) / dilation[0]) + 1;
  const widest = Math.floor((image.rows + around - 1) / Math.max(1, kernel.rows - 1));
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
    dilation: live('dilation', msg('dilation downwards'), dilation[0], {
      minimum: 1,
      maximum: kernel.rows === 1 ? LIMITS.dilation.maximum : Math.min(widest, LIMITS.dilation.maximum),
    }),
    stride: live('stride', msg('stride downwards'), stride[0], LIMITS.stride),
  };
  return html`<p>
      ${msg(
        html`How large is the response? Drag the numbers: an image height h = ${number.image}, a kernel height
        k = ${number.kernel} with a ${term('dilation', msg('dilation'))} d = ${number.dilation},
        ${term('padding', msg('padding'))} p₁ = ${number.padding} above and p₂ = ${bottom} below, and a
        ${term('stride', msg('stride'))} s = ${number.stride} leave room for the height h′ of the response.
        Widths go the same way. The brackets ⌊ ⌋ round down; without padding, at strides and dilations of one,
        it is h − k + 1.`,
      )}
    </p>
    ${sizeFormula()}
    ${filledSize({
      letter: 'h',
      image: image.rows,
      before: top,
      after: bottom,
      kernel: kernel.rows,
      dilation: dilation[0],
      stride: stride[0],
    })}
    ${filledSize({
      letter: 'w',
      image: image.columns,
      before: left,
      after: right,
      kernel: kernel.columns,
      dilation: dilation[1],
      stride: stride[1],
    })}`;
}

function leastPadding(rows: number, window: number): number {
  return Math.max(0, Math.ceil((window - rows) / 2));
}
