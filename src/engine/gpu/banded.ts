/** One-shot operations in as many pieces as the device needs: rows that fit a buffer, submits that end in time. */
import { imageShape, kernelShape, responseShape, type Plan } from '../../math/geometry.ts';
import { elementCount, type Shape4 } from '../../math/tensor.ts';
import {
  chooseCorrelationPath,
  chooseImageGradientPath,
  chooseKernelGradientPath,
  type DeviceFacts,
} from './choose-path.ts';
import type { Path } from './path.ts';
import type { DeviceClass } from './device-class.ts';
import { fitsStorage } from './limits.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import { cutImageRows, cutOutputRows, type RowBand, type Rows } from './row-bands.ts';

/** Two row-major operands, as an operation takes them. */
export type Operands = readonly [Float32Array, Float32Array];

/** Computes a plan, whole or a band of one; a whole one may go into `out`. */
export type ComputePlan = (plan: Plan, operands: Operands, out?: Float32Array) => Promise<Float32Array>;

/** What banding needs to know of a device; `Passes` has it. */
export interface BandingFacts {
  readonly limits: DeviceFacts['limits'];
  readonly deviceClass: Pick<DeviceClass, 'multiplyAddsPerSubmit' | 'worthCompiling'>;
}

/** Most elements of a tensor that is put together from pieces: 4 GiB. */
const MOST_ELEMENTS = 2 ** 30;

/** The response to `[image, kernel]`. All three read their operands before they return, and give `out` where they can. */
export function correlateInBands(
  device: BandingFacts,
  plan: Plan,
  operands: Operands,
  compute: ComputePlan,
  out?: Float32Array,
) {
  const bands = chooseBands(device, plan, chooseCorrelationPath(plan, device), plan.output[0], cutOutputRows);
  return inBands(bands, plan, operands, compute, {
    shape: responseShape(plan),
    take: (band, [image, kernel]) => [takeRows(image, imageShape(plan), band.imageRows), kernel],
    put: (result, band, part) => {
      putRows(result, responseShape(plan), band.outputRows, part);
    },
    out,
  });
}

/** dL/dimage from `[upstream, kernel]`. */
export function imageGradientInBands(
  device: BandingFacts,
  plan: Plan,
  operands: Operands,
  compute: ComputePlan,
  out?: Float32Array,
) {
  const bands = chooseBands(device, plan, chooseImageGradientPath(plan, device), plan.image[0], cutImageRows);
  return inBands(bands, plan, operands, compute, {
    shape: imageShape(plan),
    take: (band, [upstream, kernel]) => [takeRows(upstream, responseShape(plan), band.outputRows), kernel],
    put: (result, band, part) => {
      putRows(result, imageShape(plan), band.imageRows, part);
    },
    out,
  });
}

/** dL/dkernel from `[image, upstream]`: the bands' gradients added up in order. */
export function kernelGradientInBands(
  device: BandingFacts,
  plan: Plan,
  operands: Operands,
  compute: ComputePlan,
  out?: Float32Array,
) {
  const bands = chooseBands(
    device,
    plan,
    chooseKernelGradientPath(plan, device),
    plan.output[0],
    cutOutputRows,
  );
  return inBands(bands, plan, operands, compute, {
    shape: kernelShape(plan),
    take: (band, [image, upstream]) => [
      takeRows(image, imageShape(plan), band.imageRows),
      takeRows(upstream, responseShape(plan), band.outputRows),
    ],
    put: (result, _, part) => {
      for (const [weight, value] of part.entries()) result[weight] = (result[weight] ?? 0) + value;
    },
    out,
  });
}

/** How the pieces of an operation are taken from its operands and put into its result. */
interface Joinery {
  readonly shape: Shape4;
  readonly take: (band: RowBand, operands: Operands) => Operands;
  readonly put: (result: Float32Array, band: RowBand, part: Float32Array) => void;
  readonly out: Float32Array | undefined;
}

function inBands(
  bands: readonly RowBand[] | null,
  plan: Plan,
  operands: Operands,
  compute: ComputePlan,
  joinery: Joinery,
): Promise<Float32Array> {
  if (bands === null) return compute(plan, operands, joinery.out);
  // The caller may change its arrays as soon as it has the promise, and later bands are taken later.
  return joinBands(bands, [operands[0].slice(), operands[1].slice()], compute, joinery);
}

async function joinBands(
  bands: readonly RowBand[],
  operands: Operands,
  compute: ComputePlan,
  { shape, take, put }: Joinery,
): Promise<Float32Array> {
  const result = new Float32Array(elementCount(shape));
  for (const band of bands) put(result, band, await compute(band.plan, take(band, operands)));
  return result;
}

/** As few bands as the device needs; null for the whole plan, because it needs none or because none would help. */
export function chooseBands(
  device: BandingFacts,
  plan: Plan,
  path: Path,
  rows: number,
  cut: typeof cutOutputRows,
): readonly RowBand[] | null {
  const largest = Math.max(...shapesOf(plan).map(elementCount));
  const work = Math.ceil(countMultiplyAdds(plan) / 2 / device.deviceClass.multiplyAddsPerSubmit[path]);
  if (largest > MOST_ELEMENTS || (work <= 1 && fits(device, plan))) return null;
  for (let count = Math.min(rows, work); count < 2 * rows; count *= 2) {
    const bands = cut(plan, Math.ceil(rows / count));
    if (bands.every((band) => fits(device, band.plan))) return bands;
  }
  return null;
}

function fits({ limits }: BandingFacts, plan: Plan): boolean {
  return shapesOf(plan).every((shape) => fitsStorage(limits, elementCount(shape)));
}

function shapesOf(plan: Plan): readonly Shape4[] {
  return [imageShape(plan), kernelShape(plan), responseShape(plan)];
}

function takeRows(data: Float32Array, shape: Shape4, { first, count }: Rows): Float32Array {
  const [batch, channels, height, width] = shape;
  const taken = new Float32Array(batch * channels * count * width);
  for (let plane = 0; plane < batch * channels; plane++) {
    const start = (plane * height + first) * width;
    taken.set(data.subarray(start, start + count * width), plane * count * width);
  }
  return taken;
}

function putRows(target: Float32Array, shape: Shape4, { first, count }: Rows, rows: Float32Array): void {
  const [batch, channels, height, width] = shape;
  for (let plane = 0; plane < batch * channels; plane++) {
    const part = rows.subarray(plane * count * width, (plane + 1) * count * width);
    target.set(part, (plane * height + first) * width);
  }
}
