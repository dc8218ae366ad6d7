/** Results that go to an array of the caller's. */
import { describe, expect, test } from 'vitest';
import { ShapeError, type Engine, type Tensor4 } from '../../../src/engine/index.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { makeSmallIntegers } from '../gpu/tensors.ts';
import { rejectionOf } from './rejection.ts';

const IMAGE = makeSmallIntegers([2, 1, 9, 11], 1);
const KERNEL = makeSmallIntegers([1, 1, 2, 3], 2);
/** A stride past the kernel's rows: no window reaches every third image row. */
const GEOMETRY = { stride: [3, 1] } as const;
const UPSTREAM = makeSmallIntegers([2, 1, 3, 9], 3);

type Call = (engine: Engine, out?: Float32Array) => Promise<Tensor4>;

const CALLS: readonly (readonly [name: string, length: number, call: Call])[] = [
  ['correlate', 54, (engine, out) => engine.correlate(IMAGE, KERNEL, GEOMETRY, out)],
  ['kernelGradient', 6, (engine, out) => engine.kernelGradient(IMAGE, UPSTREAM, [2, 3], GEOMETRY, out)],
  ['imageGradient', 198, (engine, out) => engine.imageGradient(UPSTREAM, KERNEL, [9, 11], GEOMETRY, out)],
];

export function describeOut(engine: () => Engine): void {
  describe.each(CALLS)('%s with an array for its result', (_, length, call) => {
    test('fills it, whatever it held, and gives it back', async () => {
      const out = new Float32Array(length).fill(NaN);
      const { shape, data } = await call(engine(), out);
      expect(data).toBe(out);
      expect({ shape, data: [...out] }).toEqual(plain(await call(engine())));
    });

    test('leaves one of another length alone, and says what it needs', async () => {
      const out = new Float32Array(length + 1).fill(5);
      const error = await rejectionOf(call(engine(), out));
      expect(error).toBeInstanceOf(ShapeError);
      expect((error as ShapeError).problem).toEqual({
        code: 'data-length',
        operand: 'out',
        expected: length,
        actual: length + 1,
      });
      expect(new Set(out)).toEqual(new Set([5]));
    });
  });

  test('a result may take the place of its own image', async () => {
    const image = makeSmallIntegers([1, 1, 300, 300], 4);
    const blur = makeTensor([1, 1, 3, 3], [1, 2, 1, 2, 4, 2, 1, 2, 1]);
    const geometry = { padding: [1, 1, 1, 1] } as const;
    const apart = plain(await engine().correlate(image, blur, geometry));
    const over = await engine().correlate(image, blur, geometry, image.data);
    expect(over.data).toBe(image.data);
    expect(plain(over)).toEqual(apart);
  });
}

function plain({ shape, data }: Tensor4) {
  return { shape, data: [...data] };
}
