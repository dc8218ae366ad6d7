/** The part of a chart's axis that is shown: all of it, or less by drag, keys, buttons or two fingers. */

export type Span = readonly [from: number, to: number];

/** What a key or a button asks for. */
export type ZoomCommand = 'in' | 'out' | 'back' | 'forth' | 'all';

export const ZOOM_KEYS: ReadonlyMap<string, ZoomCommand> = new Map([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['ArrowLeft', 'back'],
  ['ArrowRight', 'forth'],
  ['0', 'all'],
  ['Escape', 'all'],
]);

const FACTOR = 2;
/** Of what is shown, a press of an arrow moves this share. */
const SHIFT = 0.25;
/** No part is shorter, in epochs. */
const SHORTEST = 2;

/** The next span, within [0, end]; null for all of it. */
export function zoomed(span: Span | null, end: number, command: ZoomCommand): Span | null {
  const [from, to] = span ?? [0, end];
  const length = to - from;
  switch (command) {
    case 'all':
      return null;
    case 'in':
      return around((from + to) / 2, length / FACTOR, end);
    case 'out':
      return around((from + to) / 2, length * FACTOR, end);
    case 'back':
      return span && around((from + to) / 2 - SHIFT * length, length, end);
    case 'forth':
      return span && around((from + to) / 2 + SHIFT * length, length, end);
  }
}

/** Two fingers that were at `was` on the axis, and lie now where the span has `is`: what they hold stays under them. */
export function pinched(span: Span | null, end: number, was: Span, is: Span): Span | null {
  const [from, to] = span ?? [0, end];
  const apart = Math.abs(is[1] - is[0]);
  if (apart === 0) return span;
  const length = ((to - from) * Math.abs(was[1] - was[0])) / apart;
  const share = ((is[0] + is[1]) / 2 - from) / (to - from);
  const middle = (was[0] + was[1]) / 2 + length * (0.5 - share);
  return around(middle, length, end);
}

function around(middle: number, wanted: number, end: number): Span | null {
  const length = Math.max(Math.min(SHORTEST, end), wanted);
  if (length >= end) return null;
  const from = Math.min(Math.max(0, middle - length / 2), end - length);
  return [from, from + length];
}
