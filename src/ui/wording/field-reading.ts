/** What an element sees or reaches, in a sentence. */
import { msg, str } from '@lit/localize';
import { formatNumber } from '../../math/format.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import type { LevelLink, StackPlace } from '../../math/stack/links.ts';
import { spanOf } from '../../math/stack/seen.ts';

/** `name` is the level's, `value` the element's. */
export function fieldReading(
  place: StackPlace,
  name: string,
  value: number | null,
  links: readonly LevelLink[],
  shapes: readonly MapShape[],
): string {
  const at = placeText(place, name, shapes);
  const subject = value === null ? at : msg(str`${at} (${formatNumber(value, 4)})`);
  return place.level === 0 ? reached(subject, links) : seen(subject, links[0], shapes[0]);
}

/** Where an element is: its level, its channel where there are several, its row and column. */
export function placeText(
  { level, channel, row, column }: StackPlace,
  name: string,
  shapes: readonly MapShape[],
): string {
  const [channels = 1] = shapes[level] ?? [];
  return channels > 1
    ? msg(str`${name}, channel ${channel + 1}, row ${row + 1}, column ${column + 1}`)
    : msg(str`${name}, row ${row + 1}, column ${column + 1}`);
}

function reached(subject: string, links: readonly LevelLink[]): string {
  const counts = links.slice(1).map(({ rows, columns }) => rows.real.length * columns.real.length);
  if (counts.length === 0) return subject;
  const list = counts.join(msg(', '));
  return msg(str`${subject} reaches elements above it, layer by layer: ${list}.`);
}

function seen(subject: string, image: LevelLink | undefined, shape: MapShape | undefined): string {
  if (!image || !shape) return subject;
  const [, rows, columns] = shape;
  const [height, width] = [spanOf(image.rows.covered), spanOf(image.columns.covered)];
  const covered = image.rows.covered.length * image.columns.covered.length;
  const real = image.rows.real.length * image.columns.real.length;
  const field = msg(str`${subject} sees ${height} × ${width} cells of the image`);
  const sees = covered < height * width ? `${field}${gaps(covered)}` : field;
  if (real === rows * columns && covered === real) return `${sees}${msg(': all of it.')}`;
  if (height > rows || width > columns) return `${sees}${larger(rows, columns, covered - real)}`;
  return `${sees}${outside(covered - real)}`;
}

function gaps(covered: number): string {
  return msg(str`, or for the gaps between them only ${covered} of these`);
}

function outside(cells: number): string {
  return cells === 0 ? msg('.') : msg(str`; ${cells} of them are padding.`);
}

function larger(rows: number, columns: number, padding: number): string {
  return msg(
    str`, more than its ${rows} × ${columns}: ${padding} of them are padding. Without padding that cannot be, for a window never leaves the layer below.`,
  );
}
