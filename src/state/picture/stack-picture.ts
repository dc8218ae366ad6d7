/** Scene 4 as a drawing: the image and the maps of each layer, with the field of an element on them. */
import type { Drawing, Shape } from '../../math/figure/drawing.ts';
import type { PictureLook } from '../../math/figure/look.ts';
import { layPanels, type Panel, type PanelGrid } from '../../math/figure/panels.ts';
import { stackLinks, type LevelLink, type StackPlace } from '../../math/stack/links.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import { runsOf } from '../../math/stack/runs.ts';
import type { Tensor4 } from '../../engine/index.ts';
import type { ResponseView } from '../document.ts';
import { mapScale } from '../map-scale.ts';
import type { StackLayer } from '../stack.ts';
import { pictureCell } from './cell-size.ts';
import { scaledCells } from './cells.ts';

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
const FIELD_LINE = 3;

export function stackPicture(subject: StackSubject, words: StackWords, look: PictureLook): Drawing {
  const links = look.marks ? stackLinks(subject.layers, subject.shapes, subject.place) : [];
  const panels = subject.levels.flatMap((tensor, level): Panel[] => {
    const panel = levelPanel(subject, tensor, level, links[level] ?? null, words, look);
    return level > 0 ? [{ sign: '→' }, panel] : [panel];
  });
  const cell = pictureCell(stackColumns(subject), look.numbers);
  const laid = layPanels(panels, look, cell, [MARGIN, MARGIN]);
  return {
    width: Math.ceil(laid.width + 2 * MARGIN),
    height: Math.ceil(laid.height + 2 * MARGIN),
    background: look.inks.paper,
    title: words.title,
    shapes: laid.shapes,
  };
}

/** Cells side by side in the whole row. */
export function stackColumns({ levels }: Pick<StackSubject, 'levels'>): number {
  return levels.reduce((total, { shape: [, channels, , columns] }) => total + across(channels) * columns, 0);
}

function across(channels: number): number {
  return Math.ceil(Math.sqrt(channels));
}

function levelPanel(
  { view, place }: StackSubject,
  { shape: [, channels, rows, columns], data }: Tensor4,
  level: number,
  link: LevelLink | null,
  words: StackWords,
  look: PictureLook,
): Panel {
  const grids = Array.from({ length: channels }, (_, channel): PanelGrid => {
    const values = data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
    const isLit = link && (link.channel === null || link.channel === channel);
    return {
      name: `${String(level)}:${String(channel)}`,
      caption: channel === 0 ? captionOf(words.nameOf(level), channels, rows, columns) : null,
      columns,
      cells: scaledCells(Array.from(values), mapScale(values, level, view), look.theme),
      over: (x, y, cell) => (isLit ? fieldShapes(link, [x, y], cell, look, level > place.level) : []),
    };
  });
  return { grids, across: across(channels) };
}

function captionOf(name: string, channels: number, rows: number, columns: number): PanelGrid['caption'] {
  const size = `${String(rows)} × ${String(columns)}`;
  return { name, symbol: '', note: channels > 1 ? `${String(channels)} × ${size}` : size };
}

/** A frame around each part of the field; dashed for what the element reaches above. */
function fieldShapes(
  { rows, columns }: LevelLink,
  [x, y]: readonly [number, number],
  cell: number,
  { inks }: PictureLook,
  isReached: boolean,
): Shape[] {
  const line = Math.min(FIELD_LINE, cell / 4);
  return runsOf(rows.real).flatMap(([row, height]) =>
    runsOf(columns.real).map(([column, width]): Shape => ({
      kind: 'box',
      x: x + column * cell,
      y: y + row * cell,
      width: width * cell,
      height: height * cell,
      stroke: isReached ? inks.gradient : inks.field,
      line,
      ...(isReached ? { dash: [2 * line, line] } : {}),
    })),
  );
}
