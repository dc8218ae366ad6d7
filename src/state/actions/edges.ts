/** Edits of scene 2. Its image is scene 3's too, so both kernels must fit it. */
import {
  defineAction,
  type ActionName,
  type KernelEdit,
  type NamedAction,
  type PictureEdit,
} from '../action.ts';
import { DEFAULT_DOCUMENT, filledGrid, transposeGrid, type EdgesPart, type NumberGrid } from '../document.ts';
import { requireDocumentFits } from '../fits.ts';
import {
  requireImage,
  requireKernel,
  withCell,
  withSize,
  type CellInput,
  type SizeInput,
} from '../grid-edit.ts';
import { LIMITS } from '../limits.ts';

export interface PaintInput {
  readonly cells: readonly (readonly [row: number, column: number])[];
  /** 0 is black, 1 is white. */
  readonly value: 0 | 1;
}

/** Cells outside the image are passed over: a stroke may leave it and come back. */
export const paintCells = editPart<PaintInput>('paint', (part, { cells, value }) => {
  const { rows, columns } = part.image;
  const values = [...part.image.values];
  for (const [row, column] of cells) {
    if (row >= 0 && column >= 0 && row < rows && column < columns) values[row * columns + column] = value;
  }
  return { ...part, image: { rows, columns, values } };
});

/** New cells are white. */
export const resizePicture = editPart<SizeInput>('resize-image', (part, size) => ({
  ...part,
  image: withSize(part.image, size, 'image', 1),
}));

export const clearPicture = editPart<undefined>('clear-picture', (part) => ({
  ...part,
  image: filledGrid(part.image.rows, part.image.columns, 1),
}));

export const invertPicture = editPart<undefined>('invert-picture', (part) => ({
  ...part,
  image: { ...part.image, values: part.image.values.map((value) => 1 - value) },
}));

export const transposePicture = editPart<undefined>('transpose-picture', (part) => ({
  ...part,
  image: transposeGrid(part.image),
}));

/** Another picture; throws InputError for one outside its ranges. */
export function replacePicture(name: PictureEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, image) => ({ ...part, image: requireImage(image, LIMITS.pixel) }));
}

export const setEdgeKernelCell = editPart<CellInput>('set-kernel-cell', (part, input) => ({
  ...part,
  kernel: withCell(part.kernel, input, 'kernel', LIMITS.weight),
}));

export const resizeEdgeKernel = editPart<SizeInput>('resize-kernel', (part, size) => ({
  ...part,
  kernel: withSize(part.kernel, size, 'kernel'),
}));

/** Another kernel; throws InputError for one outside its ranges. */
export function replaceEdgeKernel(name: KernelEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, kernel) => ({ ...part, kernel: requireKernel(kernel, 'kernel') }));
}

export const useArticleEdges = editPart<undefined>('reset-edges', () => DEFAULT_DOCUMENT.edges);

function editPart<Input>(
  name: ActionName,
  edit: (part: EdgesPart, input: Input) => EdgesPart,
): NamedAction<Input> {
  return defineAction(name, (document, input) =>
    requireDocumentFits({ ...document, edges: edit(document.edges, input) }),
  );
}
