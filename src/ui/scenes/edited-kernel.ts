/** The kernel of a scene, as whatever changes it sees it, and as the clipboard does. */
import type { KernelEdit, NamedAction } from '../../state/action.ts';
import { parseBlock } from '../../state/block-text.ts';
import type { NumberGrid } from '../../state/document.ts';
import { withBlock } from '../../state/grid-transform.ts';
import { LIMITS } from '../../state/limits.ts';
import type { ActionFailure, Store } from '../../state/store.ts';
import type { CellBlock } from '../grid/cell-events.ts';
import type { Faults } from './faults.ts';

/** A pasted block is a fault of the grid itself. */
const PASTED = 'kernel:block';

/** A kernel that can be replaced. */
export interface EditedKernel {
  readonly store: Store;
  readonly faults: Faults;
  readonly kernel: NumberGrid;
  readonly image: NumberGrid;
  readonly replace: (name: KernelEdit) => NamedAction<NumberGrid>;
}

export function replaceKernel(
  { store, replace }: EditedKernel,
  name: KernelEdit,
  kernel: NumberGrid,
): ActionFailure | null {
  return store.apply(replace(name), kernel);
}

/** A block that was pasted into the kernel's grid: from the cell on, the kernel growing as far as the block reaches. */
export function pasteBlock(edited: EditedKernel, { row, column, text, clears }: CellBlock): void {
  const done = edited.faults.attempt(PASTED, () => {
    const block = parseBlock(text, LIMITS.kernelSide.maximum, { row, column });
    const name = clears ? 'clear-kernel-cells' : 'paste-kernel';
    return replaceKernel(edited, name, withBlock(edited.kernel, block, row, column));
  });
  if (done) edited.faults.clearGroup('kernel');
}
