/** A film as an animated GIF: one palette for all of it, and of each frame only what changed. */
import { changedPart } from '../../math/gif/changed-part.ts';
import { gifFrame, gifHead, gifTail } from '../../math/gif/gif.ts';
import { choosePalette, countColors, paletteIndexer, type Histogram } from '../../math/gif/palette.ts';
import { requireFilmLength, requireFilmSize } from '../../state/picture/limits.ts';
import type { Film } from '../../state/picture/source.ts';
import { drawingCanvas, type DrawingCanvas } from './drawing-canvas.ts';
import { breathe, LAST_FRAME_MS, type FilmJob } from './film-job.ts';

/** Frames whose colours are counted, spread over the film. */
const MOST_COUNTED_FRAMES = 24;
/** Of the progress, for counting. */
const COUNTING_SHARE = 0.15;

/** Throws PictureError where it would be too large or too long, and the signal's reason when it is stopped. */
export async function gifFile(job: FilmJob): Promise<Blob> {
  const { film, scale } = job;
  requireFilmLength(film.count);
  requireFilmSize(film.frame(0), scale);
  const canvas = drawingCanvas(film.frame(0), scale);
  const palette = await countedPalette(job, canvas);
  const parts = await encodedFrames(job, canvas, palette);
  const { width, height } = canvas.canvas;
  return new Blob(
    [...[gifHead({ width, height, palette }), ...parts, gifTail()].map((part) => part.slice())],
    {
      type: 'image/gif',
    },
  );
}

async function countedPalette(
  { film, signal, onProgress }: FilmJob,
  { paint, pixels }: DrawingCanvas,
): Promise<readonly number[]> {
  const histogram: Histogram = new Map();
  const counted = spread(film, MOST_COUNTED_FRAMES);
  for (const [done, index] of counted.entries()) {
    paint(film.frame(index));
    countColors(pixels(), histogram);
    onProgress((COUNTING_SHARE * (done + 1)) / counted.length);
    await breathe(signal);
  }
  return choosePalette(histogram);
}

async function encodedFrames(
  { film, framesPerSecond, signal, onProgress }: FilmJob,
  { canvas, paint, pixels }: DrawingCanvas,
  palette: readonly number[],
): Promise<Uint8Array[]> {
  const toIndices = paletteIndexer(palette);
  const parts: Uint8Array[] = [];
  let before: Uint8Array | null = null;
  for (let index = 0; index < film.count; index++) {
    paint(film.frame(index));
    const now = toIndices(pixels());
    const isLast = index === film.count - 1;
    const delay = Math.round(isLast ? LAST_FRAME_MS / 10 : 100 / framesPerSecond);
    parts.push(gifFrame({ ...changedPart(before, now, canvas.width, canvas.height), delay }, palette.length));
    before = now;
    onProgress(COUNTING_SHARE + ((1 - COUNTING_SHARE) * (index + 1)) / film.count);
    await breathe(signal);
  }
  return parts;
}

/** At most `most` frames, from the first to the last. */
function spread({ count }: Film, most: number): readonly number[] {
  const taken = Math.min(count, most);
  return Array.from({ length: taken }, (_, i) => Math.round((i * (count - 1)) / Math.max(1, taken - 1)));
}
