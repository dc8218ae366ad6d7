/** A block laid into a grid whose size is not the block's to change. */
import { BlockError } from './block-error.ts';
import type { NumberGrid } from './document.ts';
import { withBlock } from './grid-transform.ts';

/** Throws BlockError where the block reaches past the grid's right or lower edge. */
export function blockWithin(grid: NumberGrid, block: NumberGrid, row: number, column: number): NumberGrid {
  if (row + block.rows > grid.rows || column + block.columns > grid.columns) {
    throw new BlockError({
      code: 'block-past-edge',
      row: row + 1,
      column: column + 1,
      text: `${String(block.rows)} × ${String(block.columns)}`,
      expected: grid.rows,
    });
  }
  return withBlock(grid, block, row, column);
}
