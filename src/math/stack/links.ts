/** What one element has to do with every level of a stack: what it sees below, and what it reaches above. */
import { axisLayer, type LayerShape, type MapShape } from './layer.ts';
import { reachedElements } from './receptive-field.ts';
import { seenByLevel, type SeenCells } from './seen.ts';

/** An element of a level: 0 is the image, `level` n the output of layer n. */
export interface StackPlace {
  readonly level: number;
  readonly channel: number;
  readonly row: number;
  readonly column: number;
}

export interface LevelLink {
  /** `self` is the element's own level; `seen` lies below it, `reached` above. */
  readonly kind: 'seen' | 'self' | 'reached';
  /** Above, all that is reached exists: `covered` and `real` are the same. */
  readonly rows: SeenCells;
  readonly columns: SeenCells;
  /** Null for all: a correlation adds up all maps, poolings and activations keep to one. */
  readonly channel: number | null;
}

/** The links of an element, one a level; `shapes` are those of `planStack`. */
export function stackLinks(
  layers: readonly LayerShape[],
  shapes: readonly MapShape[],
  place: StackPlace,
): readonly LevelLink[] {
  const down = linksAlong(layers, shapes, place, 0);
  const right = linksAlong(layers, shapes, place, 1);
  const channels = channelsOf(layers, shapes.length, place);
  return shapes.map((_, level) => ({
    kind: level < place.level ? 'seen' : level > place.level ? 'reached' : 'self',
    rows: down[level] ?? NOTHING,
    columns: right[level] ?? NOTHING,
    channel: channels[level] ?? null,
  }));
}

const NOTHING: SeenCells = { covered: [], real: [] };

function linksAlong(
  layers: readonly LayerShape[],
  shapes: readonly MapShape[],
  place: StackPlace,
  axis: 0 | 1,
): readonly SeenCells[] {
  const lengths = shapes.map((shape) => shape[axis + 1] ?? 0);
  const along = layers.slice(0, shapes.length - 1).map((layer) => axisLayer(layer, axis));
  const index = axis === 0 ? place.row : place.column;
  const below = seenByLevel(along.slice(0, place.level), lengths, index);
  const above = reachedElements(along.slice(place.level), lengths.slice(place.level + 1), index);
  return [...below, ...above.map((real) => ({ covered: real, real }))];
}

/** Up and down from the element's own channel, until a correlation mixes all of them. */
function channelsOf(
  layers: readonly LayerShape[],
  levels: number,
  { level, channel }: StackPlace,
): readonly (number | null)[] {
  const channels = new Array<number | null>(levels).fill(null);
  channels[level] = channel;
  for (let at = level; at > 0 && layers[at - 1]?.kind !== 'correlation'; at--) channels[at - 1] = channel;
  for (let at = level; at + 1 < levels && layers[at]?.kind !== 'correlation'; at++)
    channels[at + 1] = channel;
  return channels;
}

/** Cells around a map. */
export type Overhang = readonly [top: number, left: number, bottom: number, right: number];

/** Cells outside a map are drawn up to this many on a side. */
const WIDEST_DRAWN = 24;

export function drawnOverhang([top, left, bottom, right]: Overhang): Overhang {
  const clip = (cells: number) => Math.min(cells, WIDEST_DRAWN);
  return [clip(top), clip(left), clip(bottom), clip(right)];
}

/** Cells around a map of this size that the link's element covers without their existing. */
export function linkOverhang({ rows, columns }: LevelLink, [, height, width]: MapShape): Overhang {
  const [top, bottom] = pastEnds(rows, height);
  const [left, right] = pastEnds(columns, width);
  return [top, left, bottom, right];
}

/** Cells around each level that an element above it covers without their existing: along both axes, of every level. */
export function overhangs(layers: readonly LayerShape[], shapes: readonly MapShape[]): readonly Overhang[] {
  const [tops, bottoms] = axisOverhangs(layers, shapes, 0);
  const [lefts, rights] = axisOverhangs(layers, shapes, 1);
  return shapes.map((_, level) => [
    tops[level] ?? 0,
    lefts[level] ?? 0,
    bottoms[level] ?? 0,
    rights[level] ?? 0,
  ]);
}

function axisOverhangs(
  layers: readonly LayerShape[],
  shapes: readonly MapShape[],
  axis: 0 | 1,
): readonly [before: readonly number[], after: readonly number[]] {
  const lengths = shapes.map((shape) => shape[axis + 1] ?? 0);
  const before = lengths.map(() => 0);
  const after = lengths.map(() => 0);
  for (let top = 1; top < shapes.length; top++) {
    const along = layers.slice(0, top).map((layer) => axisLayer(layer, axis));
    for (const index of [0, (lengths[top] ?? 1) - 1]) {
      seenByLevel(along, lengths, index).forEach((seen, level) => {
        const [first, last] = pastEnds(seen, lengths[level] ?? 0);
        before[level] = Math.max(before[level] ?? 0, first);
        after[level] = Math.max(after[level] ?? 0, last);
      });
    }
  }
  return [before, after];
}

/** Of the covered cells, how far they go past the first and the last of `length`. */
function pastEnds({ covered }: SeenCells, length: number): readonly [before: number, after: number] {
  return [Math.max(0, -(covered[0] ?? 0)), Math.max(0, (covered.at(-1) ?? 0) - length + 1)];
}
