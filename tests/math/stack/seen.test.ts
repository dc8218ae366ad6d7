/** What an element sees, cell by cell, against the formula and against what really changes it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receptiveFields, seenCells, type AxisLayer } from '../../../src/math/stack/receptive-field.ts';
import { seenByLevel, spanOf } from '../../../src/math/stack/seen.ts';

const layer = (kernel: number, stride = 1, padding = 0, dilation = 1): AxisLayer => {
  return { kernel, stride, padding, dilation };
};

const anyLayer = fc.record({
  kernel: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 3 }),
  padding: fc.integer({ min: 0, max: 3 }),
  dilation: fc.integer({ min: 1, max: 3 }),
});
const stack = fc.array(anyLayer, { minLength: 1, maxLength: 4 });

/** Lengths of all levels; null for a stack that cannot be. */
function lengthsOf(layers: readonly AxisLayer[], length: number): readonly number[] | null {
  const lengths = [length];
  for (const { kernel, stride, padding, dilation } of layers) {
    const next = Math.floor(((lengths.at(-1) ?? 0) + 2 * padding - (kernel - 1) * dilation - 1) / stride) + 1;
    if (next < 1) return null;
    lengths.push(next);
  }
  return lengths;
}

it("the article's last element sees all of every level", () => {
  expect(seenByLevel([layer(2), layer(2)], [3, 2, 1], 0)).toEqual([
    { covered: [0, 1, 2], real: [0, 1, 2] },
    { covered: [0, 1], real: [0, 1] },
    { covered: [0], real: [0] },
  ]);
});

it('padding in the middle of a stack cuts the ways through it', () => {
  // Element 0 of the second layer looks at element −1 of the first, which does not exist: it sees a zero.
  expect(seenByLevel([layer(3), layer(1, 1, 1)], [5, 3, 5], 0)).toEqual([
    { covered: [-1, 0, 1], real: [] },
    { covered: [-1], real: [] },
    { covered: [0], real: [0] },
  ]);
});

it('with padding the field can be larger than the image', () => {
  const layers = [layer(3, 1, 1), layer(3, 1, 1), layer(3, 1, 1)];
  const [image] = seenByLevel(layers, [5, 5, 5, 5], 2);
  expect(spanOf(image?.covered ?? [])).toBe(7);
  expect(image?.real).toEqual([0, 1, 2, 3, 4]);
});

describe('random stacks', () => {
  const cases = fc
    .tuple(stack, fc.integer({ min: 1, max: 20 }), fc.nat())
    .map(([layers, length, pick]) => ({ layers, lengths: lengthsOf(layers, length), pick }))
    .filter(({ lengths }) => lengths !== null)
    .map(({ layers, lengths, pick }) => {
      const known = lengths ?? [];
      return { layers, lengths: known, index: pick % (known.at(-1) ?? 1) };
    });

  it('cover what the recurrence says', () => {
    fc.assert(
      fc.property(cases, ({ layers, lengths, index }) => {
        const covered = seenByLevel(layers, lengths, index)[0]?.covered ?? [];
        const { size, jump, offset } = receptiveFields(layers).at(-1) ?? { size: 0, jump: 0, offset: 0 };
        expect(spanOf(covered)).toBe(size);
        expect(covered[0]).toBe(index * jump - offset);
        expect(covered).toEqual(seenCells(layers, index));
      }),
    );
  });

  it('are changed by the real cells and by no other', () => {
    fc.assert(
      fc.property(cases, ({ layers, lengths, index }) => {
        const changing = Array.from({ length: lengths[0] ?? 0 }, (_, cell) => cell).filter(
          (cell) => element(layers, lengths, index, cell) !== element(layers, lengths, index, -1),
        );
        expect(seenByLevel(layers, lengths, index)[0]?.real).toEqual(changing);
      }),
    );
  });

  it('never cover anything outside the image without padding', () => {
    fc.assert(
      fc.property(cases, ({ layers, index }) => {
        const bare = layers.map((each) => ({ ...each, padding: 0 }));
        const lengths = lengthsOf(bare, 40);
        if (!lengths || index >= (lengths.at(-1) ?? 0)) return;
        const [image] = seenByLevel(bare, lengths, index);
        expect(image?.real).toEqual(image?.covered);
      }),
    );
  });
});

/** Element `index` of the last level where the image is 1 at `cell` and 0 elsewhere, all weights being 1. */
function element(
  layers: readonly AxisLayer[],
  lengths: readonly number[],
  index: number,
  cell: number,
): number {
  let values = Array.from({ length: lengths[0] ?? 0 }, (_, at) => Number(at === cell));
  for (const [at, { kernel, stride, padding, dilation }] of layers.entries()) {
    values = Array.from({ length: lengths[at + 1] ?? 0 }, (_, out) => {
      let sum = 0;
      for (let tap = 0; tap < kernel; tap++) sum += values[out * stride - padding + tap * dilation] ?? 0;
      return sum;
    });
  }
  return values[index] ?? NaN;
}
