/**
 * Filters of 3×3 windows, to be imitated by a kernel. Gaussian and Laplacian are correlations, which a kernel of their size
 * can be; the others are not linear in the image (Gonzalez and Woods, Digital Image Processing, chapters 3 and 9), and no
 * kernel is.
 */

export const FILTER_NAMES = ['gaussian', 'laplacian', 'median', 'maximum', 'minimum', 'sobel'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** Of every filter, in cells. */
export const FILTER_SIDE = 3;

const GAUSSIAN = [1, 2, 1, 2, 4, 2, 1, 2, 1].map((weight) => weight / 16);
const LAPLACIAN = [0, 1, 0, 1, -4, 1, 0, 1, 0];
const SOBEL_X = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const SOBEL_Y = [-1, -2, -1, 0, 0, 0, 1, 2, 1];

/** The nine weights, row-major, of a filter that is a correlation; null for the others. */
export function filterWeights(name: FilterName): readonly number[] | null {
  if (name === 'gaussian') return GAUSSIAN;
  return name === 'laplacian' ? LAPLACIAN : null;
}

/** What a filter makes of a window of nine cells, row-major. `sobel` is the length of the gradient, √(gx² + gy²). */
export function filterWindow(name: FilterName, window: readonly number[]): number {
  switch (name) {
    case 'gaussian':
      return weighted(GAUSSIAN, window);
    case 'laplacian':
      return weighted(LAPLACIAN, window);
    case 'median':
      return [...window].sort((a, b) => a - b)[4] ?? 0;
    case 'maximum':
      return Math.max(...window);
    case 'minimum':
      return Math.min(...window);
    case 'sobel':
      return Math.hypot(weighted(SOBEL_X, window), weighted(SOBEL_Y, window));
  }
}

function weighted(weights: readonly number[], window: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (window[i] ?? 0), 0);
}
