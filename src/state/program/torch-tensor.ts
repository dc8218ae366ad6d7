/** Grids as PyTorch's tensors. */
import type { NumberGrid } from '../document.ts';
import { floatText, nestedText } from './literal.ts';

/** One image of one channel, or one such kernel: `torch.tensor([[1., -1.]]).reshape(1, 1, 1, 2)`. */
export function planeText(grid: NumberGrid): string {
  const { rows, columns } = grid;
  return `torch.tensor(${tensorText(grid)}).reshape(1, 1, ${String(rows)}, ${String(columns)})`;
}

/** Rows of Python floats, so that the tensor is float32. */
export function tensorText(grid: NumberGrid): string {
  return nestedText(grid, floatText);
}
