/** The kernel of a scene, as its tools and the clipboard change it. */
import { html, type TemplateResult } from 'lit';
import { conv2dWeight } from '../../math/random.ts';
import type { KernelEdit, NamedAction } from '../../state/action.ts';
import { parseBlock } from '../../state/block-text.ts';
import type { NumberGrid } from '../../state/document.ts';
import { outerProduct, withBlock } from '../../state/grid-transform.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import type { ActionFailure, Store } from '../../state/store.ts';
import type { CellText } from '../grid/cell-events.ts';
import '../kernel/kernel-tools.ts';
import type { VectorsEntered } from '../kernel/kernel-tools.ts';
import type { Faults } from './faults.ts';

/** Where what was typed into the tools is kept when it cannot be used; a pasted block is a fault of the grid itself. */
const PASTED = 'kernel:block';
const TOOLS = 'kernel-tools';

/** A kernel that can be replaced. */
export interface EditedKernel {
  readonly store: Store;
  readonly faults: Faults;
  readonly kernel: NumberGrid;
  readonly image: NumberGrid;
  readonly replace: (name: KernelEdit) => NamedAction<NumberGrid>;
}

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
      faults.act(() => apply(edited, detail.name, detail.kernel));
    }}
    @kernel-text-entered=${({ detail }: CustomEvent<string>) => {
      enter(edited, 'text', () => apply(edited, 'set-kernel', parseBlock(detail, LIMITS.kernelSide.maximum)));
    }}
    @vectors-entered=${({ detail }: CustomEvent<VectorsEntered>) => {
      enter(edited, 'vectors', () => apply(edited, 'set-kernel', multiply(detail)));
    }}
    @seed-entered=${({ detail }: CustomEvent<string>) => {
      enter(edited, 'seed', () => apply(edited, 'random-kernel', draw(kernel, detail)));
    }}
  ></corr2d-kernel-tools>`;
}

/** A block that was pasted into the kernel's grid: from the cell on, the kernel growing as far as the block reaches. */
export function pasteBlock(edited: EditedKernel, { row, column, text }: CellText): void {
  const done = edited.faults.attempt(PASTED, () => {
    const block = parseBlock(text, LIMITS.kernelSide.maximum);
    return apply(edited, 'paste-kernel', withBlock(edited.kernel, block, row, column));
  });
  if (done) edited.faults.clearGroup('kernel');
}

function enter(edited: EditedKernel, name: string, edit: () => ActionFailure | null): void {
  if (edited.faults.attempt(`${TOOLS}:${name}`, edit)) edited.faults.clearGroup('kernel');
}

function apply({ store, replace }: EditedKernel, name: KernelEdit, kernel: NumberGrid): ActionFailure | null {
  return store.apply(replace(name), kernel);
}

function multiply({ column, row }: VectorsEntered): NumberGrid {
  const most = LIMITS.kernelSide.maximum;
  return outerProduct(parseBlock(column, most).values, parseBlock(row, most).values);
}

function draw({ rows, columns }: NumberGrid, text: string): NumberGrid {
  const seed = parseField('seed', text, LIMITS.seed);
  return { rows, columns, values: [...conv2dWeight(seed, [1, 1, rows, columns])] };
}
