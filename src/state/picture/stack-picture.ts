/** Scene 4 as a drawing: the image and the maps of each layer, with the field of an element on them. */
import type { Drawing } from '../../math/figure/drawing.ts';
import type { PictureLook } from '../../math/figure/look.ts';
import { layPanels, type Panel, type PanelGrid } from '../../math/figure/panels.ts';
import { stackLinks, type LevelLink, type Overhang, type StackPlace } from '../../math/stack/links.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import type { Tensor4 } from '../../engine/index.ts';
import type { ResponseView } from '../document.ts';
import { mapScale } from '../map-scale.ts';
import type { StackLayer } from '../stack.ts';
import { pictureCell } from './cell-size.ts';
import { scaledCells } from './cells.ts';
import { fieldCells, fieldRing, fieldShapes } from './stack-field.ts';

export interface StackSubject {
  readonly layers: readonly StackLayer[];
  readonly shapes: readonly MapShape[];
  /** The image and what each layer makes of it. */
  readonly levels: readonly Tensor4[];
  readonly view: ResponseView;
  readonly place: StackPlace;
}

/** The texts of the picture, in the reader's language. */
export interface StackWords {
  readonly title: string;
  readonly nameOf: (level: number) => string;
}

const MARGIN = 24;

export function stackPicture(subject: StackSubject, words: StackWords, look: PictureLook): Drawing {
  const fields = look.marks ? fieldsOf(subject) : [];
  const panels = subject.levels.flatMap((tensor, level): Panel[] => {
    const panel = levelPanel(subject, tensor, level, fields[level] ?? null, words, look);
    return level > 0 ? [{ sign: '→' }, panel] : [panel];
  });
  const cell = pictureCell(columnsOf(subject, fields), look.numbers);
  const laid = layPanels(panels, look, cell, [MARGIN, MARGIN]);
  return {
    width: Math.ceil(laid.width + 2 * MARGIN),
    height: Math.ceil(laid.height + 2 * MARGIN),
    background: look.inks.paper,
    title: words.title,
    shapes: laid.shapes,
  };
}

/** Cells side by side in the whole row, with those that the field covers outside of the maps. */
export function stackColumns(subject: StackSubject): number {
  return columnsOf(subject, fieldsOf(subject));
}

/** What the element has to do with a level, and the cells around each of its maps that this takes. */
interface LevelField {
  readonly link: LevelLink;
  readonly ring: Overhang;
}

function fieldsOf({ layers, shapes, place }: StackSubject): readonly LevelField[] {
  const links = stackLinks(layers, shapes, place);
  return links.flatMap((link, level) => {
    const shape = shapes[level];
    return shape ? [{ link, ring: fieldRing(link, shape) }] : [];
  });
}

function columnsOf({ levels }: StackSubject, fields: readonly LevelField[]): number {
  return levels.reduce((total, { shape: [, channels, , columns] }, level) => {
    const [, left, , right] = fields[level]?.ring ?? NO_RING;
    return total + across(channels) * (left + columns + right);
  }, 0);
}

function across(channels: number): number {
  return Math.ceil(Math.sqrt(channels));
}

const NO_RING: Overhang = [0, 0, 0, 0];

function levelPanel(
  { view }: StackSubject,
  { shape: [, channels, rows, columns], data }: Tensor4,
  level: number,
  field: LevelField | null,
  words: StackWords,
  look: PictureLook,
): Panel {
  const size = { rows, columns };
  const ring = field?.ring ?? NO_RING;
  const grids = Array.from({ length: channels }, (_, channel): PanelGrid => {
    const values = data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
    const link = field && (field.link.channel ?? channel) === channel ? field.link : null;
    const cells = scaledCells(Array.from(values), mapScale(values, level, view), look.theme);
    return {
      name: `${String(level)}:${String(channel)}`,
      caption: channel === 0 ? captionOf(words.nameOf(level), channels, rows, columns) : null,
      columns: ring[1] + columns + ring[3],
      cells: fieldCells(cells, size, link, ring, look),
      over: (x, y, cell) => (link ? fieldShapes(link, size, ring, [x, y], cell, look) : []),
    };
  });
  return { grids, across: across(channels) };
}

function captionOf(name: string, channels: number, rows: number, columns: number): PanelGrid['caption'] {
  const size = `${String(rows)} × ${String(columns)}`;
  return { name, symbol: '', note: channels > 1 ? `${String(channels)} × ${size}` : size };
}
