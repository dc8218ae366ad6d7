/** A film of four coloured cells, the first of them in another colour in every frame, for the tests of files. */
import type { Drawing } from '../../../src/math/figure/drawing.ts';
import type { Film } from '../../../src/state/picture/source.ts';

export const FILLS = ['#ff0000', '#00aa00', '#0000ff', '#f0a830', '#123456'] as const;
export const BACKGROUND = '#fcfcfa';

const CORNER = 12;
const CELL = 30;

/** With a number in one cell and a line of text, so that there are shades at the edges of letters. */
export function fourCells(turn: number): Drawing {
  const cells = [0, 1, 2, 3].map((at) => ({
    fill: FILLS[(at === 0 ? turn : at) % FILLS.length] ?? '',
    ink: '#ffffff',
    text: at === 3 ? String(turn) : '',
  }));
  const look = {
    x: CORNER,
    y: CORNER,
    cell: CELL,
    columns: 2,
    textSize: 9,
    rule: '#dddddd',
    frame: '#888888',
  };
  const parts = [{ text: 'Caption', ink: '#1c1e22', bold: true }];
  return {
    width: 85,
    height: 101,
    background: BACKGROUND,
    title: 'four cells',
    shapes: [
      { kind: 'cells', name: 'four', cells, ...look },
      { kind: 'text', x: 10, y: 95, size: 12, anchor: 'start', serif: false, parts },
    ],
  };
}

export const FILM: Film = { count: 5, frame: fourCells };

/** A point of each cell that no letter reaches, in CSS pixels. */
export const SAMPLES = [0, 1, 2, 3].map(
  (at) => [CORNER + (at % 2) * CELL + 5, CORNER + Math.floor(at / 2) * CELL + 5] as const,
);

/** The fills of a frame's cells. */
export function fillsOf(turn: number): string[] {
  return fourCells(turn).shapes.flatMap((shape) =>
    shape.kind === 'cells' ? shape.cells.map(({ fill }) => fill) : [],
  );
}
