/** What is measured: an operation of a size, with the multiply-adds and bytes that it cannot do without. */
import { planCorrelation, type Geometry, type Plan } from '../math/geometry.ts';
import { elementCount, type Shape4 } from '../math/tensor.ts';
import { imageShape, kernelShape, responseShape } from '../math/geometry.ts';

export const OPERATIONS = ['forward', 'kernel-gradient', 'image-gradient', 'train'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface Workload {
  /** `forward 1024 7x7`: unique, and what `--work` and `--sizes` select by. */
  readonly id: string;
  readonly operation: Operation;
  /** `6x8`, `1024`, `layer`. */
  readonly size: string;
  /** `3x3`, `3x3 s2` for stride 2. */
  readonly taps: string;
  readonly image: Shape4;
  readonly kernel: Shape4;
  readonly geometry: Partial<Geometry>;
}

export function planOf(workload: Workload): Plan {
  return planCorrelation(workload.image, workload.kernel, workload.geometry);
}

/** Products of the definition; a training step is a response and a kernel gradient. */
export function multiplyAdds(workload: Workload): number {
  const plan = planOf(workload);
  const once = elementCount(responseShape(plan)) * plan.inPerGroup * plan.kernel[0] * plan.kernel[1];
  return workload.operation === 'train' ? 2 * once : once;
}

/**
 * Bytes that must be read or written once. A training step reads image and target and keeps the residual in
 * registers.
 */
export function bytesMoved(workload: Workload): number {
  const plan = planOf(workload);
  const [image, kernel, response] = [imageShape(plan), kernelShape(plan), responseShape(plan)];
  return 4 * (elementCount(image) + elementCount(kernel) + elementCount(response));
}

interface SizeRow {
  readonly size: string;
  readonly image: Shape4;
  readonly kernel: Shape4;
  readonly stride: number;
}

function square(side: number, taps: number): SizeRow {
  return { size: String(side), image: [1, 1, side, side], kernel: [1, 1, taps, taps], stride: 1 };
}

/** The article's edge figure. */
const EDGES: SizeRow = { size: '6x8', image: [1, 1, 6, 8], kernel: [1, 1, 1, 2], stride: 1 };

function layer(stride: number): SizeRow {
  return { size: 'layer', image: [1, 16, 128, 128], kernel: [32, 16, 3, 3], stride };
}

const SIZES: readonly SizeRow[] = [
  EDGES,
  square(64, 3),
  square(256, 3),
  ...[3, 7, 15].map((taps) => square(1024, taps)),
  square(2048, 5),
  ...[3, 15].map((taps) => square(4096, taps)),
  layer(1),
  layer(2),
];

function sizesOf(operation: Operation): readonly SizeRow[] {
  return operation === 'train' ? [EDGES, square(256, 3), square(1024, 5)] : SIZES;
}

function makeWorkload(
  operation: Operation,
  size: string,
  image: Shape4,
  kernel: Shape4,
  stride: number,
): Workload {
  const taps = `${String(kernel[2])}x${String(kernel[3])}${stride === 1 ? '' : ` s${String(stride)}`}`;
  const geometry = stride === 1 ? {} : { stride: [stride, stride] as const };
  return { id: `${operation} ${size} ${taps}`, operation, size, taps, image, kernel, geometry };
}

/** Measured in this order: each operation from little work to much, so that a slow contender is known early. */
export const WORKLOADS: readonly Workload[] = OPERATIONS.flatMap((operation) =>
  sizesOf(operation)
    .map(({ size, image, kernel, stride }) => makeWorkload(operation, size, image, kernel, stride))
    .sort((a, b) => multiplyAdds(a) - multiplyAdds(b)),
);
