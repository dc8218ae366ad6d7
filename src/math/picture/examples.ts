/** Pictures to begin with, of any size from 4×4: 1 is white, 0 is ink. */

/** Rows and columns from 0, and the size of the picture; gives the grey level. */
type Level = (row: number, column: number, size: number) => number;

const INK = 0;
const WHITE = 1;

/** In the order of the gallery. */
export const EXAMPLE_PICTURES = {
  diagonal: (row, column) => (column > row ? WHITE : INK),
  checkerboard: (row, column, size) => (blockOf(row, size) + blockOf(column, size)) % 2,
  'stripes-0': (row, _, size) => blockOf(row, size) % 2,
  'stripes-45': (row, column, size) => blockOf(row + column, size) % 2,
  'stripes-90': (_, column, size) => blockOf(column, size) % 2,
  'stripes-135': (row, column, size) => blockOf(row + size - 1 - column, size) % 2,
  cross: (row, column, size) => (isMiddle(row, size) || isMiddle(column, size) ? INK : WHITE),
  disc: (row, column, size) => (radius(row, column, size) <= 0.7 ? INK : WHITE),
  ring: (row, column, size) => (Math.abs(radius(row, column, size) - 0.65) <= 0.17 ? INK : WHITE),
  smiley,
  gradient: (_, column, size) => Number((column / (size - 1)).toFixed(2)),
  hills,
} as const satisfies Record<string, Level>;

export type ExamplePicture = keyof typeof EXAMPLE_PICTURES;

export const EXAMPLE_NAMES = Object.keys(EXAMPLE_PICTURES) as readonly ExamplePicture[];

/** `size`×`size` values, row-major. */
export function makeExample(name: ExamplePicture, size: number): readonly number[] {
  const level: Level = EXAMPLE_PICTURES[name];
  return Array.from({ length: size * size }, (_, index) => {
    return level(Math.floor(index / size), index % size, size);
  });
}

/** Stripes and squares are an eighth of the picture, and a cell at least. */
function blockOf(place: number, size: number): number {
  return Math.floor(place / Math.max(1, Math.round(size / 8)));
}

function isMiddle(place: number, size: number): boolean {
  return Math.abs(place - (size - 1) / 2) < Math.max(1, size / 8);
}

/** From the middle, 1 at the middle of a side. */
function radius(row: number, column: number, size: number): number {
  return Math.hypot(across(row, size), across(column, size));
}

/** From −1 to 1 over the picture, at the cells' middles. */
function across(place: number, size: number): number {
  return (2 * place + 1) / size - 1;
}

function smiley(row: number, column: number, size: number): number {
  const [y, x] = [across(row, size), across(column, size)];
  const isFace = Math.abs(Math.hypot(x, y) - 0.82) <= 0.13;
  const isEye = Math.hypot(Math.abs(x) - 0.33, y + 0.28) <= 0.16;
  const isMouth = y > 0.14 && Math.abs(Math.hypot(x, y) - 0.5) <= 0.12;
  return isFace || isEye || isMouth ? INK : WHITE;
}

/** A drawn landscape: a sun, two ranges of hills, a lake. */
function hills(row: number, column: number, size: number): number {
  const [y, x] = [across(row, size), across(column, size)];
  if (Math.hypot(x - 0.45, y + 0.55) <= 0.24) return INK;
  const far = -0.05 + 0.22 * Math.sin(3.1 * x + 0.6) + 0.08 * Math.sin(8.3 * x);
  const near = 0.38 + 0.16 * Math.sin(2.3 * x - 1.1);
  const isWater = y > 0.62 && Math.sin(9 * y + 2 * Math.sin(4 * x)) > 0.1;
  const isHill = y > far && (y - far < 0.1 || y > near);
  return isHill && !isWater ? INK : WHITE;
}
