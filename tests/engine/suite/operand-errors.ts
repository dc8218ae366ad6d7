/** Operands that do not fit: a named error that says which number is wrong, from every operation. */
import { describe, expect, test } from 'vitest';
import {
  GeometryError,
  ShapeError,
  type Engine,
  type Geometry,
  type Tensor4,
} from '../../../src/engine/index.ts';
import { makeTensor, type Shape4 } from '../../../src/math/tensor.ts';
import { rejectionOf } from './rejection.ts';

const IMAGE = makeZeros([1, 4, 6, 8]);
const KERNEL = makeZeros([2, 4, 3, 3]);
/** The response to IMAGE and KERNEL has this shape. */
const UPSTREAM = makeZeros([1, 2, 4, 6]);

const BAD_GEOMETRIES: readonly (readonly [Partial<Geometry>, object])[] = [
  [{ stride: [0, 1] }, { code: 'invalid-number', field: 'stride-y', value: 0, minimum: 1 }],
  [{ stride: [1, 1.5] }, { code: 'invalid-number', field: 'stride-x', value: 1.5, minimum: 1 }],
  [{ padding: [0, 0, -1, 0] }, { code: 'invalid-number', field: 'padding-bottom', value: -1, minimum: 0 }],
  [{ padding: [0, NaN, 0, 0] }, { code: 'invalid-number', field: 'padding-left', value: NaN, minimum: 0 }],
  [{ dilation: [1, 0] }, { code: 'invalid-number', field: 'dilation-x', value: 0, minimum: 1 }],
  [{ groups: 0 }, { code: 'invalid-number', field: 'groups', value: 0, minimum: 1 }],
  [{ groups: 3 }, { code: 'groups-do-not-divide', groups: 3, side: 'in', channels: 4 }],
  [
    { dilation: [3, 1] },
    { code: 'window-exceeds-image', axis: 'height', kernel: 3, window: 7, image: 6, available: 6 },
  ],
];

export function describeOperandErrors(engine: () => Engine): void {
  describe.each(BAD_GEOMETRIES)('the geometry %o', (geometry, problem) => {
    test('is a GeometryError of correlate and of the kernel gradient', async () => {
      for (const call of [
        engine().correlate(IMAGE, KERNEL, geometry),
        engine().kernelGradient(IMAGE, UPSTREAM, [3, 3], geometry),
      ]) {
        const error = await rejectionOf(call);
        expect(error).toBeInstanceOf(GeometryError);
        expect(error).toMatchObject({ name: 'GeometryError', problem });
      }
    });
  });

  test('a geometry that leaves no output is a GeometryError of the image gradient', async () => {
    const error = await rejectionOf(engine().imageGradient(UPSTREAM, KERNEL, [2, 8]));
    expect(error).toBeInstanceOf(GeometryError);
    expect(error).toMatchObject({ problem: { code: 'window-exceeds-image', axis: 'height', image: 2 } });
  });

  describe('operands that do not fit one another are ShapeErrors', () => {
    const short: Tensor4 = { shape: [1, 4, 6, 8], data: new Float32Array(3) };
    const calls: readonly (readonly [string, () => Promise<unknown>, object])[] = [
      [
        'kernel channels',
        () => engine().correlate(IMAGE, makeZeros([2, 3, 3, 3])),
        { code: 'dimension-mismatch', operand: 'kernel', dimension: 'channels', expected: 4, actual: 3 },
      ],
      [
        'too few values',
        () => engine().correlate(short, KERNEL),
        { code: 'data-length', operand: 'image', expected: 192, actual: 3 },
      ],
      [
        'a dimension of zero',
        () => engine().correlate({ shape: [1, 4, 0, 8], data: new Float32Array(0) }, KERNEL),
        { code: 'invalid-dimension', operand: 'image', dimension: 'height', value: 0 },
      ],
      [
        'an upstream of another height',
        () => engine().kernelGradient(IMAGE, makeZeros([1, 2, 5, 6]), [3, 3]),
        { code: 'dimension-mismatch', operand: 'upstream', dimension: 'height', expected: 4, actual: 5 },
      ],
      [
        'a kernel size that is not whole',
        () => engine().kernelGradient(IMAGE, UPSTREAM, [3, 2.5]),
        { code: 'invalid-dimension', operand: 'kernel', dimension: 'width', value: 2.5 },
      ],
      [
        'an upstream of another batch',
        () => engine().imageGradient(UPSTREAM, makeZeros([3, 4, 3, 3]), [6, 8]),
        { code: 'dimension-mismatch', operand: 'upstream', dimension: 'channels', expected: 3, actual: 2 },
      ],
      [
        'an image size of another response',
        () => engine().imageGradient(UPSTREAM, KERNEL, [6, 9]),
        { code: 'dimension-mismatch', operand: 'upstream', dimension: 'width', expected: 7, actual: 6 },
      ],
    ];

    test.each(calls)('%s', async (_, call, problem) => {
      const error = await rejectionOf(call());
      expect(error).toBeInstanceOf(ShapeError);
      expect(error).toMatchObject({ name: 'ShapeError', problem });
    });
  });

  test('and the engine goes on', async () => {
    await rejectionOf(engine().correlate(IMAGE, KERNEL, { groups: 3 }));
    expect((await engine().correlate(IMAGE, KERNEL)).shape).toEqual([1, 2, 4, 6]);
  });
}

function makeZeros(shape: Shape4): Tensor4 {
  return makeTensor(shape, new Float32Array(shape[0] * shape[1] * shape[2] * shape[3]));
}
