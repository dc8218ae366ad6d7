/** The hatching of what lies outside a map, drawn once for each size: its many slanted lines are slow to draw. */
import { KnownFew } from '../grid/known-few.ts';
import type { MapInks } from './map-drawing.ts';

const STEP = 8;
const LINE = 3;

/** Maps of a stack have few sizes. */
const known = new KnownFew<string, HTMLCanvasElement>(16);

/** Paper with slanted lines, of a size in CSS pixels, `ratio` pixels of the canvas each. */
export function hatchOf(width: number, height: number, ratio: number, inks: MapInks): HTMLCanvasElement {
  const key = [width, height, ratio, inks.paper, inks.sunken].join();
  return known.get(key, () => drawHatch(width, height, ratio, inks));
}

function drawHatch(
  width: number,
  height: number,
  ratio: number,
  { paper, sunken }: MapInks,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(ratio, ratio);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = sunken;
  context.lineWidth = LINE;
  context.beginPath();
  for (let x = -height; x < width; x += STEP) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
  return canvas;
}
