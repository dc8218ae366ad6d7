/** Every tool by mouse, finger and keys, against one hand-drawn picture: `#` is ink, `.` paper, `+` a grey. */
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NumberGrid } from '../../../src/state/document.ts';
import '../../../src/ui/grid/paint-grid.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from '../../../src/ui/grid/paint-settings.ts';
import { mount, part } from '../mount.ts';
import { middleOf, mouse, touch } from '../pointer.ts';

type Place = readonly [row: number, column: number];

interface Drawing {
  readonly settings: Partial<PaintSettings>;
  /** What is there before; without it, paper. */
  readonly on?: readonly string[];
  /** From where to where. */
  readonly stroke: readonly [Place, Place];
  /** The same by keys, from the first place on; without it Space, the arrows to the second place, Space. */
  readonly keys?: string;
  readonly drawn: readonly string[];
}

const PLUS: NumberGrid = { rows: 3, columns: 3, values: [0, 1, 0, 1, 1, 1, 0, 1, 0] };
const LEVELS = new Map([
  ['#', 0],
  ['+', 0.5],
  ['.', 1],
]);

const DRAWINGS: readonly (readonly [string, Drawing])[] = [
  [
    'a pencil',
    {
      settings: { tool: 'pencil' },
      stroke: [
        [0, 0],
        [0, 3],
      ],
      keys: ' {Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}',
      drawn: ['####..', '......', '......', '......'],
    },
  ],
  [
    'a grey pencil of three',
    {
      settings: { tool: 'pencil', value: 0.5, size: 3 },
      stroke: [
        [1, 1],
        [1, 3],
      ],
      keys: ' {Shift>}{ArrowRight}{ArrowRight}{/Shift}',
      drawn: ['+++++.', '+++++.', '+++++.', '......'],
    },
  ],
  [
    'a grey pencil that begins with Shift',
    {
      settings: { tool: 'pencil', value: 0.5 },
      stroke: [
        [2, 1],
        [2, 4],
      ],
      keys: '{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}',
      on: ['......', '......', '.+...#', '......'],
      drawn: ['......', '......', '.++++#', '......'],
    },
  ],
  [
    'an eraser of two',
    {
      settings: { tool: 'eraser', size: 2 },
      on: ['######', '######', '######', '######'],
      stroke: [
        [1, 1],
        [1, 4],
      ],
      keys: ' {Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}',
      drawn: ['######', '#.....', '#.....', '######'],
    },
  ],
  [
    'a line',
    {
      settings: { tool: 'line' },
      stroke: [
        [0, 0],
        [3, 3],
      ],
      drawn: ['#.....', '.#....', '..#...', '...#..'],
    },
  ],
  [
    'a grey rectangle',
    {
      settings: { tool: 'rectangle', value: 0.5 },
      stroke: [
        [0, 1],
        [2, 4],
      ],
      drawn: ['.++++.', '.+..+.', '.++++.', '......'],
    },
  ],
  [
    'a filled ellipse',
    {
      settings: { tool: 'ellipse', filled: true },
      stroke: [
        [0, 0],
        [3, 5],
      ],
      drawn: ['.####.', '######', '######', '.####.'],
    },
  ],
  [
    'a fill',
    {
      settings: { tool: 'fill' },
      on: ['..#...', '..#...', '##....', '......'],
      stroke: [
        [0, 0],
        [0, 0],
      ],
      keys: ' ',
      drawn: ['###...', '###...', '##....', '......'],
    },
  ],
  [
    'a stamp',
    {
      settings: { tool: 'stamp', stamp: PLUS },
      stroke: [
        [0, 0],
        [1, 2],
      ],
      drawn: ['..#...', '.###..', '..#...', '......'],
    },
  ],
];

async function mountPaper({ settings, on }: Drawing) {
  const rows = on ?? ['......', '......', '......', '......'];
  const values = rows
    .join('')
    .split('')
    .map((letter) => LEVELS.get(letter) ?? NaN);
  const element = await mount('corr2d-paint-grid', {
    grid: { rows: 4, columns: 6, values },
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
  element.addEventListener('image-made', ({ detail }) => {
    element.grid = detail.image;
  });
  element.addEventListener('cells-painted', ({ detail: { cells, value } }) => {
    const next = [...element.grid.values];
    for (const [row, column] of cells) next[row * 6 + column] = value;
    element.grid = { ...element.grid, values: next };
  });
  const letterOf = (value: number) => [...LEVELS].find(([, level]) => level === value)?.[0] ?? '?';
  return {
    at: ([row, column]: Place) => part(element, `[data-cell="${String(row)},${String(column)}"]`),
    shown: () =>
      [0, 6, 12, 18].map((from) =>
        element.grid.values
          .slice(from, from + 6)
          .map(letterOf)
          .join(''),
      ),
    said: () => part(element, '[role=status]').textContent,
  };
}

describe.each(DRAWINGS)('%s', (_, drawing) => {
  const [from, to] = drawing.stroke;

  test('by mouse', async () => {
    const { at, shown } = await mountPaper(drawing);
    await mouse('mousePressed', middleOf(at(from)));
    await mouse('mouseMoved', middleOf(at(to)));
    await mouse('mouseReleased', middleOf(at(to)));
    await expect.poll(shown).toEqual(drawing.drawn);
  });

  test('by finger', async () => {
    const { at, shown } = await mountPaper(drawing);
    await touch('touchStart', [{ ...middleOf(at(from)), id: 1 }]);
    await touch('touchMove', [{ ...middleOf(at(to)), id: 1 }]);
    await touch('touchEnd', []);
    await expect.poll(shown).toEqual(drawing.drawn);
  });

  test('by keys, and the value is told', async () => {
    const { at, shown, said } = await mountPaper(drawing);
    const walk = '{ArrowDown}'.repeat(to[0] - from[0]) + '{ArrowRight}'.repeat(to[1] - from[1]);
    at(from).focus();
    await userEvent.keyboard(drawing.keys ?? ` ${walk} `);
    await expect.poll(shown).toEqual(drawing.drawn);
    expect(said()).toMatch(/row \d, column \d: (0|0\.5|1)$/);
  });
});
