/** Where things lie in the drawing of a geometry, in cells of the image; (0, 0) is the image's first cell. */
import { dilatedLength } from '../../math/geometry.ts';
import type { CorrelationPart } from '../../state/document.ts';
import { LIMITS, type Range } from '../../state/limits.ts';
import type { GeometryFieldName } from './geometry-editor.ts';

/** Drawn cells along an axis at most; past them the drawing shows the first ones. */
const MOST_CELLS = 24;

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** A thing to drag: along `axis`, where a cell further by `sign` is one more of its field. */
export interface Handle {
  readonly field: GeometryFieldName;
  readonly axis: 'y' | 'x';
  readonly sign: 1 | -1;
  readonly value: number;
  readonly range: Range;
  /** How many cells of dragging make one. */
  readonly cells: number;
  readonly y: number;
  readonly x: number;
}

export interface GeometryLayout {
  readonly image: Rectangle;
  /** The image with its padding. */
  readonly padded: Rectangle;
  /** Cells under the kernel at the first position, top left corners. */
  readonly taps: readonly (readonly [y: number, x: number])[];
  /** The windows at the first position and a stride further along each axis, where there are such. */
  readonly first: Rectangle;
  readonly below: Rectangle | null;
  readonly beside: Rectangle | null;
  readonly handles: readonly Handle[];
}

export function layOutGeometry(part: CorrelationPart, output: readonly [number, number]): GeometryLayout {
  const { image, kernel, stride, padding, dilation } = part;
  const [top, left, bottom, right] = padding;
  const padded: Rectangle = {
    top: -top,
    left: -left,
    height: top + Math.min(image.rows + bottom, MOST_CELLS),
    width: left + Math.min(image.columns + right, MOST_CELLS),
  };
  const first: Rectangle = {
    top: -top,
    left: -left,
    height: dilatedLength(kernel.rows, dilation[0]),
    width: dilatedLength(kernel.columns, dilation[1]),
  };
  return {
    image: {
      top: 0,
      left: 0,
      height: Math.min(image.rows, MOST_CELLS),
      width: Math.min(image.columns, MOST_CELLS),
    },
    padded,
    taps: makeTaps(part),
    first,
    below: output[0] > 1 ? { ...first, top: first.top + stride[0] } : null,
    beside: output[1] > 1 ? { ...first, left: first.left + stride[1] } : null,
    handles: [...paddingHandles(part, padded), ...windowHandles(part, first)],
  };
}

function makeTaps({ kernel, padding, dilation }: CorrelationPart): (readonly [number, number])[] {
  return kernel.values.map((_, index) => [
    Math.floor(index / kernel.columns) * dilation[0] - padding[0],
    (index % kernel.columns) * dilation[1] - padding[1],
  ]);
}

function paddingHandles({ padding }: CorrelationPart, { top, left, height, width }: Rectangle): Handle[] {
  const side = { range: LIMITS.padding, cells: 1 };
  const middle = { y: top + height / 2, x: left + width / 2 };
  return [
    { ...side, field: 'padding-top', axis: 'y', sign: -1, value: padding[0], y: top, x: middle.x },
    { ...side, field: 'padding-left', axis: 'x', sign: -1, value: padding[1], y: middle.y, x: left },
    { ...side, field: 'padding-bottom', axis: 'y', sign: 1, value: padding[2], y: top + height, x: middle.x },
    { ...side, field: 'padding-right', axis: 'x', sign: 1, value: padding[3], y: middle.y, x: left + width },
  ];
}

/** Dilation pulls the last tap away from the first; stride pushes the next window on. */
function windowHandles({ kernel, stride, dilation }: CorrelationPart, first: Rectangle): Handle[] {
  const { top, left, height, width } = first;
  const handles: Handle[] = [
    {
      field: 'stride-y',
      axis: 'y',
      sign: 1,
      cells: 1,
      value: stride[0],
      range: LIMITS.stride,
      y: top + stride[0],
      x: left + 0.5,
    },
    {
      field: 'stride-x',
      axis: 'x',
      sign: 1,
      cells: 1,
      value: stride[1],
      range: LIMITS.stride,
      y: top + 0.5,
      x: left + stride[1],
    },
  ];
  if (kernel.rows > 1) {
    const cells = kernel.rows - 1;
    handles.push({
      field: 'dilation-y',
      axis: 'y',
      sign: 1,
      cells,
      value: dilation[0],
      range: LIMITS.dilation,
      y: top + height - 0.5,
      x: left + width,
    });
  }
  if (kernel.columns > 1) {
    const cells = kernel.columns - 1;
    handles.push({
      field: 'dilation-x',
      axis: 'x',
      sign: 1,
      cells,
      value: dilation[1],
      range: LIMITS.dilation,
      y: top + height,
      x: left + width - 0.5,
    });
  }
  return handles;
}
