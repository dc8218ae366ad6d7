/** Edits of scene 2. Its image is scene 3's too, so both kernels must fit it. */
import {
  defineAction,
  type ActionName,
  type ImageEdit,
  type KernelEdit,
  type NamedAction,
} from '../action.ts';
import { DEFAULT_DOCUMENT, type EdgesPart, type NumberGrid } from '../document.ts';
import { requireDocumentFits } from '../fits.ts';
import {
  requireImage,
  requireKernel,
  withCell,
  withPainted,
  withSize,
  type CellInput,
  type PaintInput,
  type SizeInput,
} from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';

/** In a grey level from 0, black, to 1, white. */
export const paintCells = editPart<PaintInput>('paint', (part, { cells, value }) => {
  requireInRange('image', value, LIMITS.pixel);
  return { ...part, image: withPainted(part.image, { cells, value: toHundredths(value) }, LIMITS.pixel) };
});

export const setEdgeKernelCell = editPart<CellInput>('set-kernel-cell', (part, input) => ({
  ...part,
  kernel: withCell(part.kernel, input, 'kernel', LIMITS.weight),
}));

export const resizeEdgeKernel = editPart<SizeInput>('resize-kernel', (part, size) => ({
  ...part,
  kernel: withSize(part.kernel, size, 'kernel'),
}));

/** Another picture, its greys in hundredths; throws InputError for one outside its ranges. */
export function replacePicture(name: ImageEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, image) => {
    const { values } = requireImage(image, LIMITS.pixel);
    return { ...part, image: { ...image, values: values.map(toHundredths) } };
  });
}

/** Another kernel; throws InputError for one outside its ranges. */
export function replaceEdgeKernel(name: KernelEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, kernel) => ({ ...part, kernel: requireKernel(kernel, 'kernel') }));
}

export const useArticleEdges = editPart<undefined>('reset-edges', () => DEFAULT_DOCUMENT.edges);

/** What a link can hold. */
function toHundredths(level: number): number {
  return Math.round(100 * level) / 100;
}

function editPart<Input>(
  name: ActionName,
  edit: (part: EdgesPart, input: Input) => EdgesPart,
): NamedAction<Input> {
  return defineAction(name, (document, input) =>
    requireDocumentFits({ ...document, edges: edit(document.edges, input) }),
  );
}
