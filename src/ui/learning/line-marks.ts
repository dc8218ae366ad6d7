/** Marks on the lines of a chart and in its legend: they tell the lines apart where colours do not. */
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type uPlot from 'uplot';

/** Around the origin, some nine pixels wide. */
const SHAPES = [
  'M4 0A4 4 0 1 1-4 0 4 4 0 1 1 4 0Z',
  'M-3.5-3.5H3.5V3.5H-3.5Z',
  'M0-4.5 4.5 3.5H-4.5Z',
  'M0-5 5 0 0 5-5 0Z',
  'M0 4.5 4.5-3.5H-4.5Z',
] as const;
/** Nearer together, marks run into one another and hide their line. */
const APART_PX = 16;

/** After each shape was there filled, it comes hollow. */
export function isHollow(mark: number): boolean {
  return mark % (2 * SHAPES.length) >= SHAPES.length;
}

export function renderMark(mark: number, color: string): TemplateResult {
  return html`<svg
    viewBox="-6 -6 12 12"
    style=${styleMap({ stroke: color, fill: isHollow(mark) ? 'none' : color })}
  >
    <path d=${shapeOf(mark)} />
  </svg>`;
}

/** Which points carry the mark; null for all. Lines that run together carry theirs at other points. */
export function markedPoints(plot: uPlot, mark: number): number[] | null {
  const [xs] = plot.data;
  const [first = 0, last = first] = [xs[0], xs.at(-1)];
  const wide = Math.max(1, plot.valToPos(last, 'x') - plot.valToPos(first, 'x'));
  const step = Math.ceil(((xs.length - 1) * APART_PX) / wide);
  return step > 1 ? [...xs.keys()].filter((at) => at % step === mark % step) : null;
}

export function markPaths(mark: number): uPlot.Series.Points.PathBuilder {
  return (plot, series, first, last, marked) => {
    const shape = new Path2D(shapeOf(mark));
    const fill = new Path2D();
    const points = marked ?? Array.from({ length: last - first + 1 }, (_, i) => first + i);
    for (const at of points) {
      const [x, y] = [plot.data[0][at], plot.data[series]?.[at]];
      if (typeof x !== 'number' || typeof y !== 'number') continue;
      const place = [plot.valToPos(x, 'x', true), plot.valToPos(y, 'y', true)] as const;
      fill.addPath(shape, new DOMMatrix([devicePixelRatio, 0, 0, devicePixelRatio, ...place]));
    }
    return { stroke: fill, fill };
  };
}

function shapeOf(mark: number): string {
  return SHAPES[mark % SHAPES.length] ?? SHAPES[0];
}
