/** The lesson of scene 4: feature maps, receptive fields, and why networks are deep (article §4). */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { measureStack } from '../../state/lesson/measured-stack.ts';
import { LIMITS } from '../../state/limits.ts';
import type { ReceptivePart } from '../../state/stack.ts';
import { uniformDepth } from '../../state/stack-depth.ts';
import { fieldFormulas } from './field-formulas.ts';
import { live } from './live.ts';
import { sentences } from './sentences.ts';
import { term } from './term.ts';

export function receptiveText(part: ReceptivePart): TemplateResult {
  return html`<p>
      ${msg(
        html`A response is a table of numbers like the image, so it can be the image of a next layer. It is
        then called a ${term('feature-map', msg('feature map'))}: every element tells how much of its feature
        there is at that place. The layer itself is sometimes called so, too, for it maps its image to the
        space of the next layer.`,
      )}
    </p>
    <p>
      ${msg(
        html`The ${term('receptive-field', msg('receptive field'))} of an element is everything in the layers
        before that can change it. The element 19 of the first scene sees the four cells of its window. Put a
        second 2×2 layer on that 2×2 response: its only element sees all four elements of the response, and
        through them all nine cells of the image. Layer by layer the field r grows by the kernel’s span k less
        one (its side, and what dilation puts between its weights), in steps of the
        ${term('jump', msg('jump'))} j between neighbours, which the stride s multiplies:`,
      )}
    </p>
    ${fieldFormulas()}
    <p>${sentences(renderDepth(part), renderLarger())}</p>`;
}

function renderLarger(): TemplateResult {
  return html`${msg(
    html`A field can be larger than the image: what lies past the border is padding. And not all of it counts
    alike, for many more paths lead to its middle than to its rim. What really matters is the
    ${term('effective-field', msg('effective receptive field'))}, much narrower, and measured below.`,
  )}`;
}

/** Its numbers can be dragged where all layers are alike; of another stack they are told. */
function renderDepth(part: ReceptivePart): TemplateResult {
  const depth = uniformDepth(part.layers);
  const measured = measureStack(part);
  if (!measured) return html`${msg('So a network that has to see more is made deeper.')}`;
  const [rows = 1, columns = 1] = measured.field;
  const seen = html`<b>${rows}×${columns}</b>`;
  const { weights } = measured;
  const wide = rows * columns * measured.maps;
  if (!depth) {
    const { layers } = measured;
    return html`${msg(
      html`So a network that has to see more is made deeper. The one in the figure has ${layers} layers and
      ${weights} weights, and sees ${seen} cells. One layer that sees as much at once, with as many feature
      maps at its end, has ${wide}.`,
    )}`;
  }
  const number = {
    layers: live('depth-layers', msg('layers'), depth.layers, LIMITS.layers),
    kernel: live('depth-kernel', msg('side of the kernels'), depth.kernel, LIMITS.depthKernel),
  };
  return html`${msg(
    html`So a network that has to see more is made deeper. Drag, and the figure follows: ${number.layers}
    layers, each with a kernel of side ${number.kernel}, see ${seen} cells with ${weights} weights. One layer
    that sees as much at once has ${wide}.`,
  )}`;
}
