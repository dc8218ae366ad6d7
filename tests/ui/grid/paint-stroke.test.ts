/** Each tool against hand-drawn pictures: `#` is ink. */
import { describe, expect, it } from 'vitest';
import type { NumberGrid } from '../../../src/state/document.ts';
import { withCells, withMovedArea } from '../../../src/ui/grid/paint-image.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from '../../../src/ui/grid/paint-settings.ts';
import { PaintStroke, type StrokeStep } from '../../../src/ui/grid/paint-stroke.ts';

type Place = readonly [number, number];

function picture(...rows: string[]): NumberGrid {
  const values = rows
    .join('')
    .split('')
    .map((letter) => (letter === '#' ? 0 : 1));
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values };
}

const PAPER = picture('......', '......', '......', '......');

function rowsOf({ rows, columns, values }: NumberGrid): string[] {
  return Array.from({ length: rows }, (_, row) =>
    values
      .slice(row * columns, (row + 1) * columns)
      .map((value) => (value === 0 ? '#' : value === 1 ? '.' : '+'))
      .join(''),
  );
}

/** What a stroke over these cells leaves of the picture. */
function draw(settings: Partial<PaintSettings>, base: NumberGrid, places: readonly Place[]): string[] {
  const [from = [0, 0] as const, ...others] = places;
  const stroke = new PaintStroke({ ...DEFAULT_SETTINGS, ...settings }, base, from, null);
  let image = base;
  const take = (steps: readonly StrokeStep[]): void => {
    for (const step of steps) {
      if (step.kind === 'cells') image = withCells(image, step.cells, step.value);
      if (step.kind === 'image') ({ image } = step);
    }
  };
  take(stroke.begin());
  for (const place of others) take(stroke.extend(place));
  return rowsOf(image);
}

describe('free strokes', () => {
  it('a pencil inverts its first cell and goes on so, without gaps, off the paper and back', () => {
    expect(
      draw({ tool: 'pencil' }, PAPER, [
        [0, 0],
        [3, 3],
        [9, 9],
        [3, 5],
      ]),
    ).toEqual(['#.....', '.#....', '..#...', '...###'.replace('###', '#.#')]);
  });

  it('a brush of three is three cells wide', () => {
    expect(
      draw({ tool: 'pencil', size: 3, value: 0 }, PAPER, [
        [1, 1],
        [1, 3],
      ]),
    ).toEqual(['#####.', '#####.', '#####.', '......']);
  });

  it('a grey is painted as it is, an eraser leaves paper', () => {
    expect(draw({ tool: 'pencil', value: 0.5 }, PAPER, [[0, 0]])[0]).toBe('+.....');
    expect(draw({ tool: 'eraser', value: 0 }, picture('###'), [[0, 1]])).toEqual(['#.#']);
  });
});

describe('shapes follow the pointer, and only the last one stays', () => {
  it('a line', () => {
    expect(
      draw({ tool: 'line' }, PAPER, [
        [0, 0],
        [3, 0],
        [3, 3],
      ]),
    ).toEqual(['#.....', '.#....', '..#...', '...#..']);
  });

  it('a rectangle, framed and filled', () => {
    expect(
      draw({ tool: 'rectangle' }, PAPER, [
        [0, 1],
        [2, 4],
      ]),
    ).toEqual(['.####.', '.#..#.', '.####.', '......']);
    expect(
      draw({ tool: 'rectangle', filled: true }, PAPER, [
        [2, 4],
        [0, 1],
      ]),
    ).toEqual(['.####.', '.####.', '.####.', '......']);
  });

  it('an ellipse', () => {
    expect(
      draw({ tool: 'ellipse' }, PAPER, [
        [0, 0],
        [3, 5],
      ]),
    ).toEqual(['.####.', '#....#', '#....#', '.####.']);
  });
});

it('a fill stops at ink', () => {
  expect(draw({ tool: 'fill' }, picture('..#...', '..#...', '##....', '......'), [[0, 0]])).toEqual([
    '###...',
    '###...',
    '##....',
    '......',
  ]);
});

it('a stamp goes where the pointer is, its middle on the cell', () => {
  const stamp = { rows: 3, columns: 3, values: [0, 1, 0, 1, 1, 1, 0, 1, 0] };
  expect(
    draw({ tool: 'stamp', stamp }, PAPER, [
      [0, 0],
      [1, 2],
    ]),
  ).toEqual(['..#...', '.###..', '..#...', '......']);
  expect(draw({ tool: 'stamp', stamp: null }, PAPER, [[1, 2]])).toEqual(rowsOf(PAPER));
});

describe('a selection', () => {
  const select = { ...DEFAULT_SETTINGS, tool: 'select' as const };

  it('is what lies between two cells, inside the picture', () => {
    const stroke = new PaintStroke(select, PAPER, [1, 1], null);
    expect(stroke.begin()).toEqual([{ kind: 'selection', selection: null }]);
    expect(stroke.extend([9, 3])).toEqual([
      { kind: 'selection', selection: { row: 1, column: 1, rows: 3, columns: 3 } },
    ]);
  });

  it('is moved from inside, leaves paper, and loses what goes over an edge', () => {
    const area = { row: 0, column: 0, rows: 2, columns: 2 };
    const stroke = new PaintStroke(select, picture('##....', '#.....', '......', '......'), [0, 0], area);
    expect(stroke.begin()).toEqual([]);
    const [moved, selected] = stroke.extend([2, 1]);
    expect(moved?.kind === 'image' && rowsOf(moved.image)).toEqual(['......', '......', '.##...', '.#....']);
    expect(selected).toEqual({ kind: 'selection', selection: { ...area, row: 2, column: 1 } });
    expect(rowsOf(withMovedArea(picture('##', '##'), { ...area, columns: 1 }, 0, -1, 1))).toEqual([
      '.#',
      '.#',
    ]);
  });
});

describe('on an image of numbers', () => {
  const counting: NumberGrid = { rows: 1, columns: 9, values: [0, 1, 2, 3, 4, 5, 6, 7, 8] };
  const after = (settings: Partial<PaintSettings>, at: number): readonly number[] => {
    const stroke = new PaintStroke({ ...DEFAULT_SETTINGS, paper: 0, ...settings }, counting, [0, at], null);
    const [step] = stroke.begin();
    if (step?.kind === 'cells') return withCells(counting, step.cells, step.value).values;
    return step?.kind === 'image' ? step.image.values : counting.values;
  };

  it('an inverting brush leaves its greatest number on small ones, its least on great ones', () => {
    expect(after({ tool: 'pencil' }, 4)).toEqual([0, 1, 2, 3, 8, 5, 6, 7, 8]);
    expect(after({ tool: 'pencil' }, 5)).toEqual([0, 1, 2, 3, 4, 0, 6, 7, 8]);
  });

  it('an eraser leaves 0, and a stamp stands out against that', () => {
    expect(after({ tool: 'eraser' }, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
    const stamp = { rows: 1, columns: 1, values: [1] };
    expect(after({ tool: 'stamp', stamp }, 2)).toEqual([0, 1, 8, 3, 4, 5, 6, 7, 8]);
  });
});

it('what is given up is as it was', () => {
  const base = picture('#..', '...');
  const stroke = new PaintStroke({ ...DEFAULT_SETTINGS, tool: 'rectangle' }, base, [0, 0], null);
  stroke.begin();
  stroke.extend([1, 2]);
  expect(stroke.cancel()).toContainEqual({ kind: 'image', name: 'draw-rectangle', image: base });
});
