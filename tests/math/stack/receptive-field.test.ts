/** Fields by formula, cell by cell, and as published. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countedField,
  reachedElements,
  receptiveFields,
  seenCells,
  type AxisLayer,
} from '../../../src/math/stack/receptive-field.ts';
import fixture from '../../fixtures/receptive_field.json';

const layer = (kernel: number, stride = 1, padding = 0, dilation = 1): AxisLayer => {
  return { kernel, stride, padding, dilation };
};

const anyLayer = fc.record({
  kernel: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 3 }),
  padding: fc.integer({ min: 0, max: 2 }),
  dilation: fc.integer({ min: 1, max: 3 }),
});
const stack = fc.array(anyLayer, { minLength: 1, maxLength: 4 });

describe.each(fixture.cases)('$name', ({ layers, expected }) => {
  const fields = receptiveFields(layers.map(({ kernel, stride, pad }) => layer(kernel, stride, pad)));
  const known = expected.map((row) => [row, layers.findIndex(({ name }) => name === row.layer)] as const);

  it.each(known)('%o, as published', (row, index) => {
    expect(fields[index]).toEqual({
      size: row.receptive_field,
      jump: row.effective_stride,
      offset: row.effective_padding,
    });
  });
});

describe("the article's two layers of 2×2", () => {
  const layers = [layer(2), layer(2)];

  it('see the whole 3×3 image: two cells, then three', () => {
    expect(receptiveFields(layers).map(({ size }) => size)).toEqual([2, 3]);
    expect(seenCells(layers, 0)).toEqual([0, 1, 2]);
  });

  it('eight of them see nine cells', () => {
    expect(receptiveFields(Array<AxisLayer>(8).fill(layer(2))).at(-1)?.size).toBe(9);
  });
});

it('a stride of 4 past a kernel of 2 leaves gaps: 4 of 6 cells along each axis', () => {
  expect(countedField([layer(2, 4), layer(2, 4)])).toEqual({ size: 6, jump: 16, offset: 0, cells: 4 });
});

it('padding lets the field hang over the image', () => {
  expect(seenCells([layer(3, 1, 1), layer(3, 1, 1)], 0)).toEqual([-2, -1, 0, 1, 2]);
});

describe('by formula and cell by cell', () => {
  it('size, jump and offset are the same', () => {
    fc.assert(
      fc.property(stack, (layers) => {
        expect(countedField(layers)).toMatchObject(receptiveFields(layers).at(-1) ?? {});
      }),
    );
  });

  it('the extent is the same', () => {
    fc.assert(
      fc.property(stack, fc.integer({ min: 0, max: 9 }), (layers, index) => {
        const { size, jump, offset } = receptiveFields(layers).at(-1) ?? { size: 0, jump: 0, offset: 0 };
        const cells = seenCells(layers, index);
        expect([cells[0], cells.at(-1)]).toEqual([index * jump - offset, index * jump - offset + size - 1]);
      }),
    );
  });

  it('an element is reached by the cells that it sees, and by no others', () => {
    fc.assert(
      fc.property(
        fc.array(anyLayer, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 6, max: 20 }),
        (layers, length) => {
          const lengths: number[] = [];
          let last = length;
          for (const { kernel, stride, padding, dilation } of layers) {
            last = Math.floor((last + 2 * padding - (kernel - 1) * dilation - 1) / stride) + 1;
            fc.pre(last >= 1);
            lengths.push(last);
          }
          // One layer: what it sees of the input is what reaches it.
          const [first, firstLength] = [layers.slice(0, 1), lengths[0] ?? 0];
          for (let cell = 0; cell < length; cell++) {
            const seers = Array.from({ length: firstLength }, (_, i) => i).filter((i) =>
              seenCells(first, i).includes(cell),
            );
            expect(reachedElements(first, lengths, cell)[0]).toEqual(seers);
            // Deeper, an element is reached only through elements that exist.
            const deep = reachedElements(layers, lengths, cell).at(-1) ?? [];
            for (const element of deep) expect(seenCells(layers, element)).toContain(cell);
          }
        },
      ),
    );
  });
});
