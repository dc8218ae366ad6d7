/** Random black and white pictures. */
import { TorchGenerator } from '../math/random.ts';
import type { GridSize, NumberGrid } from './document.ts';

/** White where `torch.rand` after `manual_seed(seed)` is below the density. */
export function noisePicture({ rows, columns }: GridSize, density: number, seed: number): NumberGrid {
  const drawn = new TorchGenerator(seed).rand(rows * columns);
  return { rows, columns, values: Array.from(drawn, (value) => (value < density ? 1 : 0)) };
}
