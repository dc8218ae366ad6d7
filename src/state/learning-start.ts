/** Where a run of scene 3 starts, and the noise of its target. */
import { ARTICLE_START } from '../math/article.ts';
import { conv2dParameters, conv2dWeight, TorchGenerator } from '../math/random.ts';
import { centredGrid, filledGrid, learnerSize, type LearningPart, type NumberGrid } from './document.ts';

/** Of the start near the teacher. */
export const NEAR_DEVIATION = 0.5;

/** The kernel that a run starts from, of the learner's size. */
export function startKernel(part: LearningPart): NumberGrid {
  const { rows, columns } = learnerSize(part);
  const { start } = part;
  switch (start.kind) {
    case 'article':
      // Six decimals as given, not the float32 that the engine makes of them.
      return { rows, columns, values: [...ARTICLE_START.data].map((value) => Number(value.toFixed(6))) };
    case 'torch':
      return { rows, columns, values: [...conv2dWeight(start.seed, [1, 1, rows, columns])] };
    case 'zeros':
      return filledGrid(rows, columns, 0);
    case 'ones':
      return filledGrid(rows, columns, 1);
    case 'near':
      return (
        withNoise([centredGrid(part.teacher, { rows, columns })], NEAR_DEVIATION, start.seed)[0] ??
        part.teacher
      );
    case 'typed':
      return start.kernel;
  }
}

/** What the bias starts from: PyTorch's draw with its start, otherwise 0; null for a learner without one. */
export function startBias(part: LearningPart): number | null {
  if (!part.bias) return null;
  if (part.start.kind !== 'torch') return 0;
  const { rows, columns } = learnerSize(part);
  return conv2dParameters(part.start.seed, [1, 1, rows, columns]).bias[0] ?? 0;
}

/** Every value with normal noise, drawn as `torch.randn` does after `manual_seed(seed)`, one grid after the other; float32. */
export function withNoise(grids: readonly NumberGrid[], deviation: number, seed: number): NumberGrid[] {
  const count = grids.reduce((sum, { values }) => sum + values.length, 0);
  const drawn = new TorchGenerator(seed).randn(count);
  let next = 0;
  return grids.map((grid) => ({
    ...grid,
    values: grid.values.map((value) => Math.fround(value + deviation * (drawn[next++] ?? 0))),
  }));
}
