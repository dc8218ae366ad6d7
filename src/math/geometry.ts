/** Geometry of a correlation: how the window moves, and what sizes follow. */
import { GeometryError, ShapeError, type Axis, type GeometryField, type Operand } from './problem.ts';
import type { Shape4 } from './tensor.ts';

export type Size = readonly [height: number, width: number];

export interface Geometry {
  readonly stride: readonly [y: number, x: number];
  readonly padding: readonly [top: number, left: number, bottom: number, right: number];
  readonly dilation: readonly [y: number, x: number];
  readonly groups: number;
}

export const DEFAULT_GEOMETRY: Geometry = {
  stride: [1, 1],
  padding: [0, 0, 0, 0],
  dilation: [1, 1],
  groups: 1,
};

/** Everything that follows from two shapes and a geometry; both engines and the definition start from it. */
export interface Plan {
  readonly batch: number;
  readonly inChannels: number;
  readonly outChannels: number;
  /** Input channels that one kernel sees. */
  readonly inPerGroup: number;
  readonly outPerGroup: number;
  readonly image: Size;
  readonly kernel: Size;
  readonly output: Size;
  readonly geometry: Geometry;
}

/** Fills the defaults in and throws GeometryError for a number that cannot be. */
export function completeGeometry(partial: Partial<Geometry> = {}): Geometry {
  const geometry = { ...DEFAULT_GEOMETRY, ...partial };
  const { stride, padding, dilation, groups } = geometry;
  requireWhole('stride-y', stride[0], 1);
  requireWhole('stride-x', stride[1], 1);
  requireWhole('padding-top', padding[0], 0);
  requireWhole('padding-left', padding[1], 0);
  requireWhole('padding-bottom', padding[2], 0);
  requireWhole('padding-right', padding[3], 0);
  requireWhole('dilation-y', dilation[0], 1);
  requireWhole('dilation-x', dilation[1], 1);
  requireWhole('groups', groups, 1);
  return geometry;
}

/** Cells a dilated kernel spans along an axis: (kernel − 1) · dilation + 1. */
export function dilatedLength(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1;
}

/**
 * Size of the response, per axis ⌊(image + padding − dilated kernel) / stride⌋ + 1 (Dumoulin & Visin 2016, with
 * dilation: relationship 15). Throws GeometryError when the window does not fit the padded image.
 */
export function outputSize(image: Size, kernel: Size, partial?: Partial<Geometry>): Size {
  const { stride, padding, dilation } = completeGeometry(partial);
  return [
    outputLength('height', image[0], kernel[0], padding[0] + padding[2], stride[0], dilation[0]),
    outputLength('width', image[1], kernel[1], padding[1] + padding[3], stride[1], dilation[1]),
  ];
}

/** The plan of `correlate`; throws GeometryError or ShapeError. */
export function planCorrelation(image: Shape4, kernel: Shape4, partial?: Partial<Geometry>): Plan {
  const geometry = completeGeometry(partial);
  const { groups } = geometry;
  const [batch, inChannels, imageHeight, imageWidth] = image;
  const [outChannels, inPerGroup, kernelHeight, kernelWidth] = kernel;
  requireDivides(groups, inChannels, 'in');
  requireDivides(groups, outChannels, 'out');
  requireEqual('kernel', 'channels', inPerGroup, inChannels / groups);
  const imageSize: Size = [imageHeight, imageWidth];
  const kernelSize: Size = [kernelHeight, kernelWidth];
  return {
    batch,
    inChannels,
    outChannels,
    inPerGroup,
    outPerGroup: outChannels / groups,
    image: imageSize,
    kernel: kernelSize,
    output: outputSize(imageSize, kernelSize, geometry),
    geometry,
  };
}

/** The plan of `kernelGradient`: the upstream must have the shape of the response. */
export function planKernelGradient(
  image: Shape4,
  upstream: Shape4,
  kernelSize: Size,
  partial?: Partial<Geometry>,
): Plan {
  const groups = completeGeometry(partial).groups;
  requireDivides(groups, image[1], 'in');
  const plan = planCorrelation(image, [upstream[1], image[1] / groups, ...kernelSize], partial);
  requireUpstream(plan, upstream, 'upstream');
  return plan;
}

/** The plan of `imageGradient`: the upstream must have the shape of the response to an image of `imageSize`. */
export function planImageGradient(
  upstream: Shape4,
  kernel: Shape4,
  imageSize: Size,
  partial?: Partial<Geometry>,
): Plan {
  const groups = completeGeometry(partial).groups;
  const plan = planCorrelation([upstream[0], kernel[1] * groups, ...imageSize], kernel, partial);
  requireUpstream(plan, upstream, 'upstream');
  return plan;
}

/** Throws ShapeError unless `shape` is the plan's response shape. */
export function requireUpstream(plan: Plan, shape: Shape4, operand: Operand): void {
  requireEqual(operand, 'batch', shape[0], plan.batch);
  requireEqual(operand, 'channels', shape[1], plan.outChannels);
  requireEqual(operand, 'height', shape[2], plan.output[0]);
  requireEqual(operand, 'width', shape[3], plan.output[1]);
}

export function imageShape(plan: Plan): Shape4 {
  return [plan.batch, plan.inChannels, ...plan.image];
}

export function kernelShape(plan: Plan): Shape4 {
  return [plan.outChannels, plan.inPerGroup, ...plan.kernel];
}

export function responseShape(plan: Plan): Shape4 {
  return [plan.batch, plan.outChannels, ...plan.output];
}

function outputLength(
  axis: Axis,
  image: number,
  kernel: number,
  padding: number,
  stride: number,
  dilation: number,
): number {
  const window = dilatedLength(kernel, dilation);
  const available = image + padding;
  if (window > available) {
    throw new GeometryError({ code: 'window-exceeds-image', axis, kernel, window, image, available });
  }
  return Math.floor((available - window) / stride) + 1;
}

function requireWhole(field: GeometryField, value: number, minimum: number): void {
  if (!Number.isSafeInteger(value) || value < minimum) {
    throw new GeometryError({ code: 'invalid-number', field, value, minimum });
  }
}

function requireDivides(groups: number, channels: number, side: 'in' | 'out'): void {
  if (channels % groups !== 0) {
    throw new GeometryError({ code: 'groups-do-not-divide', groups, side, channels });
  }
}

function requireEqual(
  operand: Operand,
  dimension: 'batch' | 'channels' | 'height' | 'width',
  actual: number,
  expected: number,
): void {
  if (actual !== expected)
    throw new ShapeError({ code: 'dimension-mismatch', operand, dimension, expected, actual });
}
