/** The kernel of a scene, as its tools change it. */
import { html, type TemplateResult } from 'lit';
import { conv2dWeight } from '../../math/random.ts';
import { parseBlock } from '../../state/block-text.ts';
import type { NumberGrid } from '../../state/document.ts';
import { outerProduct } from '../../state/grid-transform.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import type { ActionFailure } from '../../state/store.ts';
import '../kernel/kernel-tools.ts';
import type { VectorsEntered } from '../kernel/kernel-tools.ts';
import { replaceKernel, type EditedKernel } from './edited-kernel.ts';

/** Where what was typed into the tools is kept when it cannot be used. */
const TOOLS = 'kernel-tools';

export function renderKernelTools(edited: EditedKernel): TemplateResult {
  const { faults, kernel, image } = edited;
  const texts = faults.texts(TOOLS);
  return html`<corr2d-kernel-tools
    .kernel=${kernel}
    .image=${image}
    .textFault=${texts.get('text') ?? ''}
    .vectorsFault=${texts.get('vectors') ?? ''}
    .seedFault=${texts.get('seed') ?? ''}
    @kernel-made=${({ detail }: HTMLElementEventMap['kernel-made']) => {
      faults.act(() => replaceKernel(edited, detail.name, detail.kernel));
    }}
    @kernel-text-entered=${({ detail }: CustomEvent<string>) => {
      enter(edited, 'text', () =>
        replaceKernel(edited, 'set-kernel', parseBlock(detail, LIMITS.kernelSide.maximum)),
      );
    }}
    @vectors-entered=${({ detail }: CustomEvent<VectorsEntered>) => {
      enter(edited, 'vectors', () => replaceKernel(edited, 'set-kernel', multiply(detail)));
    }}
    @seed-entered=${({ detail }: CustomEvent<string>) => {
      enter(edited, 'seed', () => replaceKernel(edited, 'random-kernel', draw(kernel, detail)));
    }}
  ></corr2d-kernel-tools>`;
}

function enter(edited: EditedKernel, name: string, edit: () => ActionFailure | null): void {
  if (edited.faults.attempt(`${TOOLS}:${name}`, edit)) edited.faults.clearGroup('kernel');
}

function multiply({ column, row }: VectorsEntered): NumberGrid {
  const most = LIMITS.kernelSide.maximum;
  return outerProduct(parseBlock(column, most).values, parseBlock(row, most).values);
}

function draw({ rows, columns }: NumberGrid, text: string): NumberGrid {
  const seed = parseField('seed', text, LIMITS.seed);
  return { rows, columns, values: [...conv2dWeight(seed, [1, 1, rows, columns])] };
}
