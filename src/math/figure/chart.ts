/** A line chart of one series as shapes: axes, round numbers along them, and the line so far. */
import { axisTicks, type Tick } from '../axis-ticks.ts';
import { formatNumber } from '../format.ts';
import { extremesOf } from '../value-scale.ts';
import type { Shape } from './drawing.ts';
import type { PictureLook } from './look.ts';

export interface ChartData {
  /** The first value stands at x = 1. */
  readonly values: readonly number[];
  /** How many of them the line has reached. */
  readonly reached: number;
  /** The last x of the axis. */
  readonly end: number;
  readonly logarithmic: boolean;
}

/** Of the plot itself; the numbers stand outside of it. */
export interface ChartPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const TICK_SIZE = 12;
const LINE = 2;
/** More points than this are closer than a picture's dots. */
const MOST_POINTS = 600;
/** Points are marked where they stand apart. */
const MOST_MARKED = 40;
const MARK = 5;
const MOST_DECADES = 8;
/** Above the highest value. */
const HEADROOM = 0.06;

interface Axis {
  readonly ticks: readonly Tick[];
  /** From 0 at the low end to 1 at the high one; below 0 for what has no place. */
  readonly shareOf: (value: number) => number;
}

export function chartShapes(data: ChartData, place: ChartPlace, look: PictureLook): Shape[] {
  const vertical = data.logarithmic ? logarithmicAxis(data.values) : linearAxis(data.values);
  const horizontal: Axis = { ticks: axisTicks(0, data.end), shareOf: (value) => value / data.end };
  const { strong } = look.inks;
  return [
    ...horizontalRules(vertical, place, look),
    ...verticalTicks(horizontal, place, look),
    { kind: 'line', points: corners(place), stroke: strong, line: 1 },
    ...lineShapes(data, vertical, horizontal, place, look),
  ];
}

function linearAxis(values: readonly number[]): Axis {
  const [, greatest] = extremesOf(values.filter(Number.isFinite));
  const highest = Math.max(0, greatest) * (1 + HEADROOM) || 1;
  return { ticks: axisTicks(0, highest), shareOf: (value) => value / highest };
}

/** Whole decades; at most eight of them have their number written. */
function logarithmicAxis(values: readonly number[]): Axis {
  const [least, greatest] = extremesOf(values.filter((value) => value > 0 && Number.isFinite(value)));
  const low = least > 0 ? Math.floor(Math.log10(least)) : 0;
  const high = greatest > 0 ? Math.max(low + 1, Math.ceil(Math.log10(greatest))) : 1;
  const step = Math.ceil((high - low) / MOST_DECADES);
  const count = Math.floor((high - low) / step) + 1;
  const ticks = Array.from({ length: count }, (_, i) => {
    const value = 10 ** (low + i * step);
    return { value, text: formatNumber(value, 2) };
  });
  return { ticks, shareOf: (value) => (value > 0 ? (Math.log10(value) - low) / (high - low) : -1) };
}

function horizontalRules(axis: Axis, { x, y, width, height }: ChartPlace, look: PictureLook): Shape[] {
  return axis.ticks.flatMap(({ value, text }) => {
    const at = y + height * (1 - axis.shareOf(value));
    const rule: Shape = {
      kind: 'line',
      points: [
        [x, at],
        [x + width, at],
      ],
      stroke: look.inks.rule,
      line: 1,
    };
    return look.numbers ? [rule, tickText(text, x - 8, at + TICK_SIZE / 3, 'end', look)] : [rule];
  });
}

function verticalTicks(axis: Axis, { x, y, width, height }: ChartPlace, look: PictureLook): Shape[] {
  return axis.ticks.flatMap(({ value, text }) => {
    const at = x + width * axis.shareOf(value);
    const points = [
      [at, y + height],
      [at, y + height + 4],
    ] as const;
    const mark: Shape = { kind: 'line', points, stroke: look.inks.strong, line: 1 };
    return look.numbers ? [mark, tickText(text, at, y + height + 18, 'middle', look)] : [mark];
  });
}

function tickText(
  text: string,
  x: number,
  y: number,
  anchor: 'middle' | 'end',
  { inks }: PictureLook,
): Shape {
  return { kind: 'text', x, y, size: TICK_SIZE, anchor, serif: false, parts: [{ text, ink: inks.soft }] };
}

/** The two axes in one stroke. */
function corners({ x, y, width, height }: ChartPlace): readonly (readonly [number, number])[] {
  return [
    [x, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

function lineShapes(
  { values, reached }: ChartData,
  vertical: Axis,
  horizontal: Axis,
  { x, y, width, height }: ChartPlace,
  { inks }: PictureLook,
): Shape[] {
  const places = thinned(Array.from({ length: Math.min(reached, values.length) }, (_, index) => index));
  const points = places.flatMap((index): (readonly [number, number])[] => {
    const share = vertical.shareOf(values[index] ?? NaN);
    if (!(share >= 0 && share <= 1.0001)) return [];
    return [[x + width * horizontal.shareOf(index + 1), y + height * (1 - share)]];
  });
  const line: Shape = { kind: 'line', points, stroke: inks.ink, line: LINE };
  const marked = values.length <= MOST_MARKED ? points : points.slice(-1);
  const marks = marked.map(([left, top]): Shape => ({
    kind: 'box',
    x: left - MARK / 2,
    y: top - MARK / 2,
    width: MARK,
    height: MARK,
    stroke: inks.ink,
    line: MARK / 2,
  }));
  return points.length > 1 ? [line, ...marks] : marks;
}

/** Evenly fewer, the last one always among them. */
function thinned(indices: readonly number[]): readonly number[] {
  if (indices.length <= MOST_POINTS) return indices;
  const stride = Math.ceil(indices.length / MOST_POINTS);
  return indices.filter((_, at) => (indices.length - 1 - at) % stride === 0);
}
