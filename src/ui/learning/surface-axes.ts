/** The frame of the loss surface, round numbers along it, and the room that they take around it. */
import { svg, type SVGTemplateResult } from 'lit';
import { axisTicks, type Tick } from '../../math/axis-ticks.ts';
import type { PlanePoint } from '../../state/learning-plane.ts';
import type { View } from '../../state/learning-surface.ts';

/** Of the frame, which begins at 0, 0. */
export const SIDE = 240;
/** Of a digit in wide fonts; points are narrower, and minus signs wider. */
const CHARACTER = 7;
const GAP = 7;
/** An axis's name and what is free around it. */
const NAME = 18;
const BELOW = 38;
const ABOVE = 8;

interface Axes {
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
}

function axesOf({ centre, radius }: View): Axes {
  const [x, y] = centre;
  return { x: axisTicks(x - radius, x + radius), y: axisTicks(y - radius, y + radius) };
}

function widest(ticks: readonly Tick[]): number {
  return CHARACTER * Math.max(0, ...ticks.map(({ text }) => text.length));
}

function leftOf({ x, y }: Axes): number {
  return NAME + Math.max(widest(y) + GAP, widest(x) / 2);
}

export function placeOf([x, y]: PlanePoint, { centre, radius }: View): PlanePoint {
  const scale = SIDE / (2 * radius);
  return [(x - centre[0] + radius) * scale, (centre[1] + radius - y) * scale];
}

/** What the frame, its numbers and its names lie in. */
export function surfaceBox(view: View): string {
  const axes = axesOf(view);
  const left = leftOf(axes);
  return [-left, -ABOVE, left + SIDE + widest(axes.x) / 2, ABOVE + SIDE + BELOW].join(' ');
}

export function renderAxes(view: View, [horizontal, vertical]: readonly [string, string]): SVGTemplateResult {
  const axes = axesOf(view);
  return svg`<rect class="frame" width=${SIDE} height=${SIDE} />
    ${renderTicksBelow(axes.x, (value) => placeOf([value, 0], view)[0])}
    ${renderTicksBeside(axes.y, (value) => placeOf([0, value], view)[1])}
    <text x=${SIDE / 2} y=${SIDE + 33} text-anchor="middle">${horizontal}</text>
    <text transform="translate(${12 - leftOf(axes)} ${SIDE / 2}) rotate(-90)" text-anchor="middle">${vertical}</text>`;
}

/** Numbers that would run into one another are left out. */
function renderTicksBelow(ticks: readonly Tick[], placeOf: (value: number) => number): SVGTemplateResult[] {
  const [first, second] = ticks.map(({ value }) => placeOf(value));
  const every = Math.ceil((widest(ticks) + GAP) / ((second ?? SIDE) - (first ?? 0)));
  const middle = Math.floor(ticks.length / 2);
  return ticks.map(({ value, text }, index) => {
    const x = placeOf(value);
    const shown = (index - middle) % every === 0 ? text : '';
    return svg`<path class="frame" d="M${x} ${SIDE}v4" />
      <text x=${x} y=${SIDE + 16} text-anchor="middle">${shown}</text>`;
  });
}

function renderTicksBeside(ticks: readonly Tick[], placeOf: (value: number) => number): SVGTemplateResult[] {
  return ticks.map(({ value, text }) => {
    const y = placeOf(value);
    return svg`<path class="frame" d="M0 ${y}h-4" />
      <text x=${-GAP} y=${y + 4} text-anchor="end">${text}</text>`;
  });
}
