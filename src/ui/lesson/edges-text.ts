/** The lesson of scene 2: how a kernel answers to edges, to which ones, and who makes kernels (article §2). */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../math/format.ts';
import type { NumberGrid } from '../../state/document.ts';
import { correlationFormula, pairFormula } from './correlation-formulas.ts';
import { live } from './live.ts';
import { term } from './term.ts';

const WEIGHTS = { minimum: -3, maximum: 3, step: 0.5 };

export function edgesText(kernel: NumberGrid): TemplateResult {
  return html`<p>
      ${msg(
        html`Pixels are 0 for black and 1 for white, and an ${term('edge', msg('edge'))} is where neighbours
        differ. So a ${term('kernel', msg('kernel'))} that subtracts from each pixel its right neighbour finds
        edges: [1, −1], one row high and two columns wide. On the picture of the tutorial that this page
        follows, 6 rows and 8 columns, it answers +1 all along the line where white turns black, −1 where
        black turns white again, and 0 everywhere else.`,
      )}
    </p>
    ${renderAnswers(kernel)}
    <p>
      ${msg(
        html`It sees vertical edges only: along a horizontal edge neighbours in a row are equal. Further down,
        on the transposed image, [1, −1] is blind, and its transpose, two rows high and one column wide, is
        not. Kernels like these, Sobel’s or the Laplacian were designed by people; many are in the list below.
        But nobody can design the kernel that finds an ear or a wheel, let alone the thousands that a deep
        network stacks. They have to be learned, and that is the next scene.`,
      )}
    </p>`;
}

/** With other sizes of kernels there is no left and right weight to speak of. */
function renderAnswers({ rows, columns, values }: NumberGrid): TemplateResult {
  if (rows !== 1 || columns !== 2) return correlationFormula();
  const [left = 0, right = 0] = values;
  const weight = {
    left: live('left-weight', msg('left weight'), left, WEIGHTS),
    right: live('right-weight', msg('right weight'), right, WEIGHTS),
  };
  const answer = {
    white: html`<b>${formatNumber(left + right, 4)}</b>`,
    falling: html`<b>${formatNumber(left, 4)}</b>`,
    rising: html`<b>${formatNumber(right, 4)}</b>`,
  };
  return html`${pairFormula(left, right)}
    <p>
      ${msg(
        html`Drag its weights. With ${weight.left} on the left and ${weight.right} on the right, two white
        pixels give ${answer.white}, white and then black gives ${answer.falling}, black and then white gives
        ${answer.rising}. Plain white stays silent only as long as the two weights cancel.`,
      )}
    </p>`;
}
