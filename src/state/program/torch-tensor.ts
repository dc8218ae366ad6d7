/** Grids as PyTorch's tensors. */
import type { NumberGrid } from '../document.ts';
import { batchText, floatText, nestedText } from './literal.ts';

/** Images of one channel, or one such kernel: `torch.tensor([[1., -1.]]).reshape(1, 1, 1, 2)`. */
export function planeText(...grids: readonly [NumberGrid, ...NumberGrid[]]): string {
  const [{ rows, columns }] = grids;
  const shape = [grids.length, 1, rows, columns].map(String).join(', ');
  return `torch.tensor(${batchText(grids, floatText)}).reshape(${shape})`;
}

/** Rows of Python floats, so that the tensor is float32. */
export function tensorText(grid: NumberGrid): string {
  return nestedText(grid, floatText);
}
