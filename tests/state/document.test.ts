import { describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT, filledGrid, flipGrid, transposeGrid } from '../../src/state/document.ts';
import { startKernel } from '../../src/state/learning-start.ts';
import torch from '../fixtures/torch_rng.json';

const { correlation, edges, learning } = DEFAULT_DOCUMENT;

describe('the document that the page starts with', () => {
  it("holds the article's first example", () => {
    expect(correlation.image).toEqual({ rows: 3, columns: 3, values: [0, 1, 2, 3, 4, 5, 6, 7, 8] });
    expect(correlation.kernel).toEqual({ rows: 2, columns: 2, values: [0, 1, 2, 3] });
    expect(correlation).toMatchObject({
      stride: [1, 1],
      padding: [0, 0, 0, 0],
      dilation: [1, 1],
      flip: false,
    });
  });

  it("holds the article's picture of two edges", () => {
    expect(edges.image).toMatchObject({ rows: 6, columns: 8 });
    expect(edges.image.values.slice(40)).toEqual([1, 1, 0, 0, 0, 0, 1, 1]);
    expect(edges.kernel).toEqual({ rows: 1, columns: 2, values: [1, -1] });
  });

  it("learns as the article's program does", () => {
    expect(learning).toMatchObject({ start: { kind: 'article' }, rate: 0.03, steps: 10 });
    expect(startKernel(learning)).toEqual({ rows: 1, columns: 2, values: [0.492331, 0.270422] });
  });
});

describe('the start of learning', () => {
  const teacher = filledGrid(2, 2, 1);

  it("is PyTorch's for a seed", () => {
    const start = startKernel({ ...learning, teacher, start: { kind: 'torch', seed: 0 } });
    const drawn = torch.computed_only.find(({ seed }) => seed === 0)?.conv_2x2 ?? [];
    expect(drawn).toHaveLength(4);
    expect(start).toEqual({ rows: 2, columns: 2, values: drawn });
  });

  it('is zeros, or what was typed', () => {
    const typed = { rows: 2, columns: 2, values: [1, 2, 3, 4] };
    expect(startKernel({ ...learning, teacher, start: { kind: 'zeros' } })).toEqual(filledGrid(2, 2, 0));
    expect(startKernel({ ...learning, teacher, start: { kind: 'typed', kernel: typed } })).toBe(typed);
  });
});

it('transposes rows into columns', () => {
  expect(transposeGrid({ rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] })).toEqual({
    rows: 3,
    columns: 2,
    values: [1, 4, 2, 5, 3, 6],
  });
});

it('turns a kernel by half a turn', () => {
  const turned = flipGrid({ rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] });
  expect(turned).toEqual({ rows: 2, columns: 3, values: [6, 5, 4, 3, 2, 1] });
});
