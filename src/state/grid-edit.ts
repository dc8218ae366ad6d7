/** Edits of number grids that several scenes share. */
import { requireTensor } from '../math/tensor.ts';
import { filledGrid, type NumberGrid } from './document.ts';
import { requireInRange, type FieldName } from './input.ts';
import { LIMITS, type Range } from './limits.ts';

export interface CellInput {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

export interface SizeInput {
  readonly rows: number;
  readonly columns: number;
}

/** What a brush leaves on some cells. */
export interface PaintInput {
  readonly cells: readonly (readonly [row: number, column: number])[];
  readonly value: number;
}

/** One cell with a new value; throws InputError for a value or a place outside its range. */
export function withCell(
  grid: NumberGrid,
  { row, column, value }: CellInput,
  field: FieldName,
  range: Range,
): NumberGrid {
  requireInRange(field, value, range, { row, column });
  if (row < 0 || column < 0 || row >= grid.rows || column >= grid.columns) return grid;
  return { ...grid, values: grid.values.with(row * grid.columns + column, value) };
}

/** Cells outside are passed over: a stroke may leave the image and come back. Throws InputError for a value outside its range. */
export function withPainted(image: NumberGrid, { cells, value }: PaintInput, range: Range): NumberGrid {
  requireInRange('image', value, range);
  const { rows, columns } = image;
  const values = [...image.values];
  for (const [row, column] of cells) {
    if (row >= 0 && column >= 0 && row < rows && column < columns) values[row * columns + column] = value;
  }
  return { rows, columns, values };
}

/** Throws InputError unless sides and values are in the ranges of a kernel, ShapeError unless the values fill them. */
export function requireKernel(
  kernel: NumberGrid,
  kind: 'kernel' | 'teacher',
  field: FieldName = kind,
): NumberGrid {
  requireInRange(`${kind}-rows`, kernel.rows, LIMITS.kernelSide);
  requireInRange(`${kind}-columns`, kernel.columns, LIMITS.kernelSide);
  requireTensor({ shape: [1, 1, kernel.rows, kernel.columns], data: kernel.values }, 'kernel');
  kernel.values.forEach((value, index) => {
    const cell = { row: Math.floor(index / kernel.columns), column: index % kernel.columns };
    requireInRange(field, value, LIMITS.weight, cell);
  });
  return kernel;
}

/** Throws InputError unless sides and values are in these ranges, ShapeError unless the values fill them. */
export function requireImage(image: NumberGrid, values: Range): NumberGrid {
  requireInRange('image-rows', image.rows, LIMITS.imageSide);
  requireInRange('image-columns', image.columns, LIMITS.imageSide);
  requireTensor({ shape: [1, 1, image.rows, image.columns], data: image.values }, 'image');
  image.values.forEach((value, index) => {
    const cell = { row: Math.floor(index / image.columns), column: index % image.columns };
    requireInRange('image', value, values, cell);
  });
  return image;
}

/** Another size: the top left part stays, new cells hold `fill`. Throws InputError for a side outside its range. */
export function withSize(
  grid: NumberGrid,
  { rows, columns }: SizeInput,
  kind: 'image' | 'kernel' | 'teacher' | 'learner',
  fill = 0,
): NumberGrid {
  const range = kind === 'image' ? LIMITS.imageSide : LIMITS.kernelSide;
  requireInRange(`${kind}-rows`, rows, range);
  requireInRange(`${kind}-columns`, columns, range);
  const { values } = filledGrid(rows, columns, fill);
  const kept = values.map((value, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    return row < grid.rows && column < grid.columns
      ? (grid.values[row * grid.columns + column] ?? value)
      : value;
  });
  return { rows, columns, values: kept };
}
