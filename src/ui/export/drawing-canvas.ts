/** A canvas for drawings that are read back, at so many dots a CSS pixel. */
import type { Drawing } from '../../math/figure/drawing.ts';
import { PictureError, pixelSize } from '../../state/picture/limits.ts';
import { paintDrawing } from './paint-drawing.ts';

export interface DrawingCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly paint: (drawing: Drawing) => void;
  /** RGBA, row-major. */
  readonly pixels: () => Uint8ClampedArray;
}

/** As large as `drawing`; `even` sides for what encodes colours in blocks of two by two. */
export function drawingCanvas(drawing: Drawing, scale: number, { even = false } = {}): DrawingCanvas {
  const canvas = document.createElement('canvas');
  const [width, height] = pixelSize(drawing, scale);
  canvas.width = even ? 2 * Math.ceil(width / 2) : width;
  canvas.height = even ? 2 * Math.ceil(height / 2) : height;
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new PictureError({ code: 'picture-failed', detail: '2d' });
  return {
    canvas,
    paint: (each) => {
      paintDrawing(context, each, scale);
    },
    pixels: () => context.getImageData(0, 0, canvas.width, canvas.height).data,
  };
}
