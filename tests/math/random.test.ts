import { describe, expect, it } from 'vitest';
import { conv2dWeight, TorchGenerator } from '../../src/math/random.ts';
import type { Shape4 } from '../../src/math/tensor.ts';
import rng from '../fixtures/torch_rng.json';

/** Uniform draws are exact. Normals go through log, sin and cos: a unit in the last place may differ. */
const ULP = 2 ** -23;

describe("PyTorch's printed numbers", () => {
  const drawn: Record<string, (generator: TorchGenerator) => readonly number[]> = {
    rand: (generator) => [...generator.rand(12)],
    'Linear(2,1).weight': (generator) => [...uniformWithin(generator, 2, 2)],
    'Linear(2,3).weight (6) then bias (3)': (generator) => [
      ...uniformWithin(generator, 6, 2),
      ...uniformWithin(generator, 3, 2),
    ],
    'randn(15) float': (generator) => [...generator.randn(15)],
    'randn(16) float': (generator) => [...generator.randn(16)],
    'two calls randn(1,7): first elements (cached sine half survives between calls)': (generator) =>
      firstsOfTwoCalls(generator, 7),
    'two calls randn(1,8): first elements': (generator) => firstsOfTwoCalls(generator, 8),
    'randn(2,8)[:,0]': (generator) => everyEighth(generator.randn(16)),
    'randn(4,4)': (generator) => [...generator.randn(16)],
    'randn(16) double': (generator) => [...generator.randnDouble(16)],
    'Conv2d(1,10,3).weight first two filters': () => [...conv2dWeight(42, [10, 1, 3, 3])],
  };

  it.each(rng.confirmed)('$name, seed $seed', ({ name, seed, literal, computed_float32, decimals, kind }) => {
    const values = drawn[name]?.(new TorchGenerator(seed)) ?? [];
    literal.forEach((printed, i) => {
      expect(Math.abs((values[i] ?? NaN) - printed)).toBeLessThanOrEqual(0.51 * 10 ** -decimals);
    });
    computed_float32.forEach((computed, i) => {
      const allowed = kind.startsWith('randn') ? ULP * Math.abs(computed) : 0;
      expect(Math.abs((values[i] ?? NaN) - computed)).toBeLessThanOrEqual(allowed);
    });
  });
});

describe.each(rng.computed_only)('from seed $seed', (expected) => {
  const { seed } = expected;

  it('rand is exact', () => {
    expect([...new TorchGenerator(seed).rand(8)]).toEqual(expected.rand8);
  });

  it.each([
    ['conv_1x2', [1, 1, 1, 2]],
    ['conv_2x2', [1, 1, 2, 2]],
    ['conv_3x3', [1, 1, 3, 3]],
  ] as const)('the start of %s is exact', (name, shape: Shape4) => {
    expect([...conv2dWeight(seed, shape)]).toEqual(expected[name]);
  });

  it.each([
    ['randn4', 4],
    ['randn16', 16],
    ['randn20', 20],
  ] as const)('%s is right to the last place', (name, count) => {
    const values = new TorchGenerator(seed).randn(count);
    expect(values).toHaveLength(count);
    expected[name].forEach((value, i) => {
      expect(Math.abs((values[i] ?? NaN) - value)).toBeLessThanOrEqual(ULP * Math.abs(value));
    });
  });
});

describe('the generator', () => {
  it('goes on where the last draw ended', () => {
    const once = new TorchGenerator(7).rand(10);
    const generator = new TorchGenerator(7);
    expect([...generator.rand(4), ...generator.rand(6)]).toEqual([...once]);
  });

  it('starts over with a seed, and forgets the waiting normal', () => {
    const generator = new TorchGenerator(3);
    const [first] = generator.randn(1);
    generator.seed(3);
    expect(generator.randn(1)[0]).toBe(first);
  });

  it('stays in [0, 1), at both widths', () => {
    const generator = new TorchGenerator(1);
    for (const value of [...generator.rand(500), ...generator.randDouble(500)]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
    }
  });

  it('draws normals of mean 0 and variance 1', () => {
    const values = new TorchGenerator(11).randn(20000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it('counts the weights of one group only as fan-in', () => {
    const bound = 1 / Math.sqrt(2 * 3 * 3);
    const weights = conv2dWeight(0, [8, 2, 3, 3]);
    const largest = Math.max(...weights.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(Math.fround(bound));
    expect(largest).toBeGreaterThan(0.95 * bound);
  });

  it.each([0.5, NaN, 2 ** 60])('refuses the seed %d', (seed) => {
    expect(() => new TorchGenerator(seed)).toThrow(RangeError);
    expect(() => conv2dWeight(seed, [1, 1, 1, 1])).toThrow('is not a safe integer');
  });
});

function uniformWithin(generator: TorchGenerator, count: number, fanIn: number): Float32Array {
  const bound = 1 / Math.sqrt(fanIn);
  return generator.uniform(count, -bound, bound);
}

function firstsOfTwoCalls(generator: TorchGenerator, count: number): readonly number[] {
  return [generator.randn(count), generator.randn(count)].map((values) => values[0] ?? NaN);
}

function everyEighth(values: Float32Array): readonly number[] {
  return [...values].filter((_, i) => i % 8 === 0);
}
