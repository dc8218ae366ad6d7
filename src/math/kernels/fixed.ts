/** Kernels of the literature with fixed weights, as rows, to be correlated (not flipped): y points down, x to the right. */

export type Rows = readonly (readonly number[])[];

export const IDENTITY: Rows = [
  [0, 0, 0],
  [0, 1, 0],
  [0, 0, 0],
];

/** The response is the image moved by a cell to the left. */
export const SHIFT: Rows = [
  [0, 0, 0],
  [0, 0, 1],
  [0, 0, 0],
];

/** The article's: a cell minus its right neighbour. */
export const DIFFERENCE: Rows = [[1, -1]];

/** Roberts 1963, the cross of two diagonal differences; this is the falling one. */
export const ROBERTS: Rows = [
  [1, 0],
  [0, -1],
];

/** Prewitt 1970: a difference to the right, averaged over three rows. */
export const PREWITT: Rows = [
  [-1, 0, 1],
  [-1, 0, 1],
  [-1, 0, 1],
];

/** Sobel & Feldman 1968: as Prewitt, with the middle row twice. */
export const SOBEL: Rows = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

/** Scharr 2000: rows weighted 3, 10, 3, for a gradient that turns with the image. */
export const SCHARR: Rows = [
  [-3, 0, 3],
  [-10, 0, 10],
  [-3, 0, 3],
];

/** The sum of second differences along both axes. */
export const LAPLACIAN_4: Rows = [
  [0, 1, 0],
  [1, -4, 1],
  [0, 1, 0],
];

/** And along both diagonals. */
export const LAPLACIAN_8: Rows = [
  [1, 1, 1],
  [1, -8, 1],
  [1, 1, 1],
];

/** The image minus its Laplacian. */
export const SHARPEN: Rows = [
  [0, -1, 0],
  [-1, 5, -1],
  [0, -1, 0],
];

/** The image plus its slope towards the lower right. */
export const EMBOSS: Rows = [
  [-2, -1, 0],
  [-1, 1, 1],
  [0, 1, 2],
];

/** The second difference along x of the second difference along y: zero along straight edges, not at corners. */
export const CORNER: Rows = [
  [1, -2, 1],
  [-2, 4, -2],
  [1, -2, 1],
];
