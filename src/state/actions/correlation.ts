/** Edits of scene 1. */
import {
  defineAction,
  type ActionName,
  type ImageEdit,
  type KernelEdit,
  type NamedAction,
} from '../action.ts';
import { DEFAULT_DOCUMENT, type CorrelationPart, type NumberGrid } from '../document.ts';
import { requireCorrelationFits } from '../fits.ts';
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

export type AxisName = 'y' | 'x';
export type SideName = 'top' | 'left' | 'bottom' | 'right';

const AXES = ['y', 'x'] as const;
const SIDES = ['top', 'left', 'bottom', 'right'] as const;

export const setImageCell = editPart<CellInput>('set-image-cell', (part, input) => ({
  ...part,
  image: withCell(part.image, input, 'image', LIMITS.value),
}));

export const setKernelCell = editPart<CellInput>('set-kernel-cell', (part, input) => ({
  ...part,
  kernel: withCell(part.kernel, input, 'kernel', LIMITS.weight),
}));

/** In any value that an image can hold. */
export const paintImage = editPart<PaintInput>('paint', (part, input) => ({
  ...part,
  image: withPainted(part.image, input, LIMITS.value),
}));

/** Another image; throws InputError for one outside its ranges. */
export function replaceImage(name: ImageEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, image) => ({ ...part, image: requireImage(image, LIMITS.value) }));
}

/** Another kernel; throws InputError for one outside its ranges. */
export function replaceKernel(name: KernelEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, kernel) => ({ ...part, kernel: requireKernel(kernel, 'kernel') }));
}

export const resizeImage = editPart<SizeInput>('resize-image', (part, size) => ({
  ...part,
  image: withSize(part.image, size, 'image'),
}));

export const resizeKernel = editPart<SizeInput>('resize-kernel', (part, size) => ({
  ...part,
  kernel: withSize(part.kernel, size, 'kernel'),
}));

export const setStride = editPart<{ readonly axis: AxisName; readonly value: number }>(
  'set-stride',
  (part, { axis, value }) => {
    requireInRange(`stride-${axis}`, value, LIMITS.stride);
    const [y, x] = AXES.map((each, index) => (each === axis ? value : part.stride[index]));
    return { ...part, stride: [y ?? 1, x ?? 1] };
  },
);

export const setDilation = editPart<{ readonly axis: AxisName; readonly value: number }>(
  'set-dilation',
  (part, { axis, value }) => {
    requireInRange(`dilation-${axis}`, value, LIMITS.dilation);
    const [y, x] = AXES.map((each, index) => (each === axis ? value : part.dilation[index]));
    return { ...part, dilation: [y ?? 1, x ?? 1] };
  },
);

export const setPadding = editPart<{ readonly side: SideName; readonly value: number }>(
  'set-padding',
  (part, { side, value }) => {
    requireInRange(`padding-${side}`, value, LIMITS.padding);
    const [top, left, bottom, right] = SIDES.map((each, index) =>
      each === side ? value : part.padding[index],
    );
    return { ...part, padding: [top ?? 0, left ?? 0, bottom ?? 0, right ?? 0] };
  },
);

export const setFlip = editPart<boolean>('set-flip', (part, flip) => ({ ...part, flip }));

export const resetCorrelation = editPart<undefined>('reset-correlation', () => DEFAULT_DOCUMENT.correlation);

function editPart<Input>(
  name: ActionName,
  edit: (part: CorrelationPart, input: Input) => CorrelationPart,
): NamedAction<Input> {
  return defineAction(name, (document, input) => ({
    ...document,
    correlation: requireCorrelationFits(edit(document.correlation, input)),
  }));
}
