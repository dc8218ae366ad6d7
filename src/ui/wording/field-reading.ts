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
  const at = msg(str`${name}, row ${place.row + 1}, column ${place.column + 1}`);
  const subject = value === null ? at : msg(str`${at} (${formatNumber(value, 4)})`);
  return place.level === 0 ? reached(subject, links) : seen(subject, links[0], shapes[0]);
}

function reached(subject: string, links: readonly LevelLink[]): string {
  const counts = links.slice(1).map(({ rows, columns }) => rows.real.length * columns.real.length);
  if (counts.length === 0) return subject;
  const list = counts.map((count, index) => msg(str`${count} of layer ${index + 1}`)).join(msg(', '));
  return msg(str`${subject} reaches elements above it: ${list}.`);
}

function seen(subject: string, image: LevelLink | undefined, shape: MapShape | undefined): string {
  if (!image || !shape) return subject;
  const [, rows, columns] = shape;
  const [height, width] = [spanOf(image.rows.covered), spanOf(image.columns.covered)];
  const covered = image.rows.covered.length * image.columns.covered.length;
  const real = image.rows.real.length * image.columns.real.length;
  const field = msg(str`${subject} sees ${height} × ${width} cells of the image`);
  if (covered < height * width) return `${field}${gaps(covered)}${outside(covered - real)}`;
  if (real === rows * columns && covered === real) return `${field}${msg(': all of it.')}`;
  if (height > rows || width > columns) return `${field}${larger(rows, columns, covered - real)}`;
  return `${field}${outside(covered - real)}`;
}

function gaps(covered: number): string {
  return msg(str`, and with the gaps of the dilation ${covered} of these`);
}

function outside(cells: number): string {
  return cells === 0 ? msg('.') : msg(str`; ${cells} of them are padding.`);
}

function larger(rows: number, columns: number, padding: number): string {
  return msg(
    str`, more than its ${rows} × ${columns}: ${padding} of them are padding. Without padding that cannot be, for a window never leaves the layer below.`,
  );
}
