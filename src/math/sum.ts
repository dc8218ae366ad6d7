/** One response element as the sum of products that it is. */
import type { Plan } from './geometry.ts';
import { windowOf } from './window.ts';

export interface Term {
  readonly image: number;
  readonly weight: number;
  /** False for a cell of the padding. */
  readonly inside: boolean;
}

export interface Sum {
  readonly row: number;
  readonly column: number;
  /** Row-major in the kernel. */
  readonly terms: readonly Term[];
  /** In float64, added in the order of the terms. */
  readonly result: number;
}

/** Response element (row, column) of one image and one channel, both row-major; `weights` as they are laid on. */
export function sumAt(
  plan: Plan,
  image: readonly number[],
  weights: readonly number[],
  row: number,
  column: number,
): Sum {
  const terms = windowOf(plan, row, column).map((tap) => ({
    image: tap.inside ? (image[tap.imageRow * plan.image[1] + tap.imageColumn] ?? 0) : 0,
    weight: weights[tap.kernelRow * plan.kernel[1] + tap.kernelColumn] ?? 0,
    inside: tap.inside,
  }));
  const result = terms.reduce((total, term) => total + term.image * term.weight, 0);
  return { row, column, terms, result };
}
