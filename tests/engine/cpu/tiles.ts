/** Sizes one below, at and above what the compiled loops take at once, on every path, with values that are infinite too. */
import { describe, expect, test } from 'vitest';
import type { Engine, Geometry } from '../../../src/engine/index.ts';
import { usesRows } from '../../../src/engine/cpu/wasm/forward.ts';
import { makeBands, makeSweep } from '../../../src/engine/cpu/wasm/sweep.ts';
import * as definition from '../../../src/math/definition.ts';
import { planCorrelation } from '../../../src/math/geometry.ts';
import { makeTensor, type NumericTensor, type Shape4 } from '../../../src/math/tensor.ts';
import { makeSmallIntegers } from '../gpu/tensors.ts';

/** Four lanes, sixteen columns in registers, and a pair of rows. */
const COLUMNS = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33] as const;
const ROWS = [1, 2, 3, 4, 5] as const;
/** A kernel gradient takes three or four kernel columns and two kernel rows at once. */
const KERNEL_SIDES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const PATHS: readonly (readonly [
  name: string,
  byRows: boolean,
  outs: number,
  geometry: Partial<Geometry>,
])[] = [
  ['by rows', true, 1, {}],
  ['by rows, padded', true, 1, { padding: [1, 2, 0, 1] }],
  ['by rows, stride and dilation alike', true, 1, { stride: [2, 1], dilation: [2, 1] }],
  ['by taps, one out', false, 1, { stride: [2, 3] }],
  ['by taps, two outs and one', false, 3, {}],
  [
    'by taps, two outs, strided and dilated',
    false,
    2,
    { stride: [1, 2], dilation: [2, 3], padding: [0, 1, 2, 3] },
  ],
];

export function describeTiles(engine: () => Engine): void {
  describe.each(PATHS)('%s', (_, byRows, outs, geometry) => {
    test.each(COLUMNS)('%i response columns, and rows around a pair', async (columns) => {
      for (const rows of ROWS) {
        const [image, kernel] = shapesFor([rows, columns], [2, 3], outs, geometry);
        if (rows > 1) expect(usesRows(makeSweep(planCorrelation(image, kernel, geometry)))).toBe(byRows);
        await expectExact(engine(), image, kernel, geometry);
      }
    });
  });

  test.each(KERNEL_SIDES)('kernels of %i rows or columns', async (side) => {
    for (const other of KERNEL_SIDES) {
      const [image, kernel] = shapesFor([5, 18], [side, other], 1, {});
      await expectExact(engine(), image, kernel, {});
      const [strided, wide] = shapesFor([5, 6], [other, side], 1, { stride: [3, 2] });
      await expectExact(engine(), strided, wide, { stride: [3, 2] });
    }
  });

  // 600 columns: bands of 110 rows.
  test.each([-1, 0, 1, 2])('a row of bands and %i rows', async (further) => {
    const width = 600;
    const probe = makeSweep(planCorrelation([1, 1, 1000, width], [1, 1, 3, 3]));
    const height = makeBands(probe)[0]?.count ?? 0;
    expect(height).toBeGreaterThan(2);
    const rows = 2 * height + further;
    const image: Shape4 = [1, 1, rows + 2, width];
    const bands = makeBands(makeSweep(planCorrelation(image, [1, 1, 3, 3])));
    expect(bands.length).toBe(2);
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(rows);
    await expectExact(engine(), image, [1, 1, 3, 3], {});
  });

  test('what is infinite next to a row stays out of its sums', async () => {
    const image = makeTensor([1, 1, 2, 6], [1, 2, 3, 4, 5, 6, Infinity, NaN, Infinity, NaN, 1, 1]);
    const upstream = makeTensor([1, 1, 2, 5], [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    const upper = { shape: [1, 1, 1, 6], data: image.data.slice(0, 6) } as const;
    const first = { shape: [1, 1, 1, 5], data: upstream.data.slice(0, 5) } as const;
    const { data } = await engine().kernelGradient(upper, first, [1, 2]);
    expect([...data]).toEqual([15, 20]);
    const response = await engine().correlate(image, makeTensor([1, 1, 1, 2], [1, 1]));
    expect([...response.data.slice(0, 5)]).toEqual([3, 5, 7, 9, 11]);
  });
}

/** Image and kernel that give a response of this size. */
function shapesFor(
  [rows, columns]: readonly [number, number],
  [height, width]: readonly [number, number],
  outs: number,
  { stride = [1, 1], dilation = [1, 1], padding = [0, 0, 0, 0] }: Partial<Geometry>,
): readonly [image: Shape4, kernel: Shape4] {
  const imageHeight = (rows - 1) * stride[0] + (height - 1) * dilation[0] + 1 - padding[0] - padding[2];
  const imageWidth = (columns - 1) * stride[1] + (width - 1) * dilation[1] + 1 - padding[1] - padding[3];
  const grownHeight = Math.max(1, imageHeight);
  const grownWidth = Math.max(1, imageWidth);
  return [
    [1, 2, grownHeight, grownWidth],
    [outs, 2, height, width],
  ];
}

async function expectExact(
  engine: Engine,
  imageShape: Shape4,
  kernelShape: Shape4,
  geometry: Partial<Geometry>,
): Promise<void> {
  const image = makeSmallIntegers([imageShape[0], kernelShape[1], imageShape[2], imageShape[3]], 1);
  const kernel = makeSmallIntegers(kernelShape, 2);
  const response = definition.correlate(image, kernel, geometry);
  const upstream = makeSmallIntegers(response.shape, 3);
  const kernelSize = [kernelShape[2], kernelShape[3]] as const;
  const imageSize = [imageShape[2], imageShape[3]] as const;
  expectEqual(await engine.correlate(image, kernel, geometry), response);
  expectEqual(
    await engine.kernelGradient(image, upstream, kernelSize, geometry),
    definition.kernelGradient(image, upstream, kernelSize, geometry),
  );
  expectEqual(
    await engine.imageGradient(upstream, kernel, imageSize, geometry),
    definition.imageGradient(upstream, kernel, imageSize, geometry),
  );
}

/** Element by element, and minus zero is zero. */
function expectEqual(actual: NumericTensor, expected: NumericTensor): void {
  expect(actual.shape).toEqual(expected.shape);
  const wrong = Array.from(expected.data).findIndex((value, i) => !(actual.data[i] === value));
  expect(
    wrong,
    `element ${String(wrong)}: ${String(actual.data[wrong])}, not ${String(expected.data[wrong])}`,
  ).toBe(-1);
}
