/** A picture file as the light of its pixels, averaged to a few cells. It is decoded by the browser and never leaves it. */
import { AreaAverage } from '../../math/picture/area-average.ts';
import { lightOfPixels, toLevel } from '../../math/picture/luminance.ts';
import type { NumberGrid } from '../../state/document.ts';

export type PhotographProblem =
  | { readonly code: 'not-a-picture'; readonly name: string }
  | { readonly code: 'file-too-large'; readonly megabytes: number; readonly most: number }
  | {
      readonly code: 'too-many-pixels';
      readonly width: number;
      readonly height: number;
      readonly most: number;
    };

export class PhotographError extends Error {
  override name = 'PhotographError';

  constructor(readonly problem: PhotographProblem) {
    super(problem.code);
  }
}

const MOST_BYTES = 64e6;
/** Four bytes each while they are read. */
const MOST_PIXELS = 100e6;
/** What every browser draws on a canvas. */
const LONGEST_SIDE = 16_384;
/** Pixels that are numbers at one time. */
const STRIP_PIXELS = 2 ** 20;

/** A decoded photograph; throws PhotographError. */
export async function openPhotograph(file: Blob, name = ''): Promise<ImageBitmap> {
  if (file.size > MOST_BYTES) {
    const [megabytes, most] = [Math.ceil(file.size / 1e6), MOST_BYTES / 1e6];
    throw new PhotographError({ code: 'file-too-large', megabytes, most });
  }
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) throw new PhotographError({ code: 'not-a-picture', name });
  const { width, height } = bitmap;
  if (width * height <= MOST_PIXELS && Math.max(width, height) <= LONGEST_SIDE) return bitmap;
  bitmap.close();
  throw new PhotographError({ code: 'too-many-pixels', width, height, most: MOST_PIXELS / 1e6 });
}

/** Grey levels in hundredths, the longer side `side` cells and the other in proportion. */
export function photographLevels(bitmap: ImageBitmap, side: number): NumberGrid {
  const { width, height } = bitmap;
  const scale = side / Math.max(width, height);
  const rows = Math.max(1, Math.round(height * scale));
  const columns = Math.max(1, Math.round(width * scale));
  const average = new AreaAverage(height, width, rows, columns);
  for (const row of lightRows(bitmap)) average.addRow(row);
  const values = average.values().map((light) => Math.round(100 * toLevel(Math.min(1, light))) / 100);
  return { rows, columns, values };
}

function* lightRows(bitmap: ImageBitmap): Generator<Float64Array> {
  const { width, height } = bitmap;
  const strip = Math.max(1, Math.min(height, Math.floor(STRIP_PIXELS / width)));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = strip;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  for (let top = 0; top < height; top += strip) {
    const rows = Math.min(strip, height - top);
    context.clearRect(0, 0, width, strip);
    context.drawImage(bitmap, 0, -top);
    const light = lightOfPixels(context.getImageData(0, 0, width, rows).data);
    for (let row = 0; row < rows; row++) yield light.subarray(row * width, (row + 1) * width);
  }
}
