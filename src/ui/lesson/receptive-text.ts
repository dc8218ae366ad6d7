/** The lesson of scene 4: feature maps, receptive fields, and why networks are deep (article §4). */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { LIMITS } from '../../state/limits.ts';
import type { DepthView } from '../../state/stack.ts';
import { fieldFormulas } from './formulas.ts';
import { live } from './live.ts';
import { term } from './term.ts';

export function receptiveText({ layers, kernel }: DepthView): TemplateResult {
  return html`<p>
      ${msg(
        html`A response is a table of numbers like the image, so it can be the image of a next layer. It is
        then called a ${term('feature-map', msg('feature map'))}: the layer maps one table to the next, and
        every element tells how much of its feature there is at that place.`,
      )}
    </p>
    <p>
      ${msg(
        html`The ${term('receptive-field', msg('receptive field'))} of an element is everything in the layers
        before that can change it. The element 19 of the first scene sees the four cells of its window. Put a
        second 2×2 layer on that 2×2 response: its only element sees all four elements of the response, and
        through them all nine cells of the image. Layer by layer the field r grows by the kernel less one, in
        steps of the jump j between neighbours:`,
      )}
    </p>
    ${fieldFormulas()} ${renderDepth(layers, kernel)}
    <p>
      ${msg(
        html`A field can be larger than the image: what lies past the border is padding. And not all of it
        counts alike, for many more paths lead to its middle than to its rim. What really matters is the
        ${term('effective-field', msg('effective receptive field'))}, much narrower, and measured below.`,
      )}
    </p>`;
}

function renderDepth(layers: number, kernel: number): TemplateResult {
  const number = {
    layers: live('depth-layers', msg('layers'), layers, LIMITS.layers),
    kernel: live('depth-kernel', msg('side of the kernels'), kernel, LIMITS.depthKernel),
  };
  const field = layers * (kernel - 1) + 1;
  const seen = html`<b>${field}×${field}</b>`;
  const deep = layers * kernel * kernel;
  const wide = field * field;
  return html`<p>
    ${msg(
      html`So a network that has to see more is made deeper. Drag: ${number.layers} layers, each with a kernel
      of side ${number.kernel}, see ${seen} cells with ${deep} weights. One layer that sees as much at once
      has ${wide}.`,
    )}
  </p>`;
}
