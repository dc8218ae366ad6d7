/** The side of a picture's cells: wide enough for numbers, and small for grids that are seen and not read. */

const LARGEST_CELL = 48;
const SMALLEST_NUMBERED_CELL = 26;
const SMALLEST_CELL = 6;
/** What the grids of a row take together where their cells are not the smallest already. */
const WANTED_WIDTH = 720;

/** A kernel beside an image that is seen and not read is still read. */
const KERNEL_WIDTH = 150;
const LARGEST_KERNEL_CELL = 34;

/** For a kernel of `columns` cells beside grids of this cell: at least as large. */
export function kernelCell(columns: number, cell: number): number {
  return Math.max(cell, Math.min(LARGEST_KERNEL_CELL, Math.floor(KERNEL_WIDTH / columns)));
}

/** For grids of `columns` cells side by side. */
export function pictureCell(columns: number, numbers: boolean): number {
  const smallest = numbers ? SMALLEST_NUMBERED_CELL : SMALLEST_CELL;
  return Math.max(smallest, Math.min(LARGEST_CELL, Math.floor(WANTED_WIDTH / columns)));
}
