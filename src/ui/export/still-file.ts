/** A drawing as a file: SVG, or PNG that knows its size on paper. */
import type { Drawing } from '../../math/figure/drawing.ts';
import { svgText } from '../../math/figure/svg.ts';
import { withDensity } from '../../math/png/density.ts';
import { PictureError, requireStillSize } from '../../state/picture/limits.ts';
import { drawingCanvas } from './drawing-canvas.ts';

/** CSS defines its pixel as this share of an inch. */
const CSS_DOTS_PER_INCH = 96;

export function svgFile(drawing: Drawing): Blob {
  return new Blob([svgText(drawing)], { type: 'image/svg+xml' });
}

/** Throws PictureError where it would be too large. */
export async function pngFile(drawing: Drawing, dotsPerInch: number): Promise<Blob> {
  const scale = pngScale(dotsPerInch);
  requireStillSize(drawing, scale);
  const { canvas, paint } = drawingCanvas(drawing, scale);
  paint(drawing);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  // Browsers that find no memory for a canvas give no picture of it.
  if (!blob) throw new PictureError({ code: 'picture-failed', detail: 'PNG' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new Blob([withDensity(bytes, dotsPerInch)], { type: 'image/png' });
}

/** Dots a CSS pixel. */
export function pngScale(dotsPerInch: number): number {
  return dotsPerInch / CSS_DOTS_PER_INCH;
}
