/** From an entered field of the geometry editor to the action that it means. */
import {
  resizeImage,
  resizeKernel,
  setDilation,
  setPadding,
  setStride,
} from '../../state/actions/correlation.ts';
import type { CorrelationPart } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS, type Range } from '../../state/limits.ts';
import type { ActionFailure, Store } from '../../state/store.ts';
import type { GeometryFieldName } from '../correlation/geometry-editor.ts';

/** `merge` makes one undo of the edits of a drag. */
type Edit = (
  store: Store,
  part: CorrelationPart,
  value: number,
  merge?: { readonly merge: string },
) => ActionFailure | null;

interface FieldEdit {
  readonly range: Range;
  readonly edit: Edit;
}

const EDITS: Readonly<Record<GeometryFieldName, FieldEdit>> = {
  'image-rows': {
    range: LIMITS.imageSide,
    edit: (store, { image }, rows) => store.apply(resizeImage, { rows, columns: image.columns }),
  },
  'image-columns': {
    range: LIMITS.imageSide,
    edit: (store, { image }, columns) => store.apply(resizeImage, { rows: image.rows, columns }),
  },
  'kernel-rows': {
    range: LIMITS.kernelSide,
    edit: (store, { kernel }, rows) => store.apply(resizeKernel, { rows, columns: kernel.columns }),
  },
  'kernel-columns': {
    range: LIMITS.kernelSide,
    edit: (store, { kernel }, columns) => store.apply(resizeKernel, { rows: kernel.rows, columns }),
  },
  'stride-y': { range: LIMITS.stride, edit: strideEdit('y') },
  'stride-x': { range: LIMITS.stride, edit: strideEdit('x') },
  'dilation-y': { range: LIMITS.dilation, edit: dilationEdit('y') },
  'dilation-x': { range: LIMITS.dilation, edit: dilationEdit('x') },
  'padding-top': { range: LIMITS.padding, edit: paddingEdit('top') },
  'padding-bottom': { range: LIMITS.padding, edit: paddingEdit('bottom') },
  'padding-left': { range: LIMITS.padding, edit: paddingEdit('left') },
  'padding-right': { range: LIMITS.padding, edit: paddingEdit('right') },
};

/** Applies what was entered into `field`; throws InputError for a text that is no number of the field's range. */
export function editGeometry(
  store: Store,
  part: CorrelationPart,
  field: GeometryFieldName,
  text: string,
  merge?: { readonly merge: string },
): ActionFailure | null {
  const { range, edit } = EDITS[field];
  return edit(store, part, parseField(field, text, range), merge);
}

function strideEdit(axis: 'y' | 'x'): Edit {
  return (store, _part, value, merge) => store.apply(setStride, { axis, value }, merge);
}

function dilationEdit(axis: 'y' | 'x'): Edit {
  return (store, _part, value, merge) => store.apply(setDilation, { axis, value }, merge);
}

function paddingEdit(side: 'top' | 'left' | 'bottom' | 'right'): Edit {
  return (store, _part, value, merge) => store.apply(setPadding, { side, value }, merge);
}
