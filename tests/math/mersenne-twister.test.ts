import { expect, it } from 'vitest';
import { createMersenneTwister } from '../../src/math/mersenne-twister.ts';
import rng from '../fixtures/torch_rng.json';

it('draws as 10000th number what the C++ standard says of mt19937 ([rand.predef])', () => {
  const draw = createMersenneTwister(5489);
  for (let i = 1; i < 10000; i++) draw();
  expect(draw()).toBe(4123659995);
});

it.each(rng.computed_only)('starts as PyTorch does from seed $seed', ({ seed, first_u32 }) => {
  const draw = createMersenneTwister(seed);
  expect(first_u32.map(() => draw())).toEqual(first_u32);
});

it('counts the low 32 bits of the seed', () => {
  const first = (seed: number) => createMersenneTwister(seed)();
  expect(first(2 ** 32)).toBe(first(0));
  expect(first(Number.MAX_SAFE_INTEGER)).toBe(first(0xffffffff));
  expect(first(-1)).toBe(first(0xffffffff));
  expect(first(1)).not.toBe(first(0));
});
