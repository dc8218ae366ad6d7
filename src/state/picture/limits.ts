/** How large pictures and films may become, before anything is drawn. */
import type { Drawing } from '../../math/figure/drawing.ts';

/** Why a picture is not made, with the numbers that say so. */
export type PictureProblem =
  | {
      readonly code: 'picture-too-large';
      readonly width: number;
      readonly height: number;
      readonly most: number;
    }
  | { readonly code: 'film-too-long'; readonly frames: number; readonly most: number }
  | {
      readonly code: 'film-too-large';
      readonly width: number;
      readonly height: number;
      readonly most: number;
    }
  | { readonly code: 'no-video' }
  | { readonly code: 'picture-failed'; readonly detail: string };

/** Every browser of today has canvases of this side, and of this many pixels (iOS has the smallest). */
const LONGEST_STILL_SIDE = 16_384;
const MOST_STILL_PIXELS = 16_777_216;
/** What encoders of video take. */
const LONGEST_FILM_SIDE = 4096;
const MOST_FILM_PIXELS = 4_194_304;
export const MOST_FRAMES = 500;

export class PictureError extends Error {
  constructor(readonly problem: PictureProblem) {
    super(problem.code);
  }
}

/** The pixels of a drawing at so many dots a CSS pixel. */
export function pixelSize(
  { width, height }: Drawing,
  scale: number,
): readonly [width: number, height: number] {
  return [Math.round(width * scale), Math.round(height * scale)];
}

/** Throws PictureError where a still picture is larger than browsers draw. */
export function requireStillSize(drawing: Drawing, scale: number): void {
  const [width, height] = pixelSize(drawing, scale);
  const fits = Math.max(width, height) <= LONGEST_STILL_SIDE && width * height <= MOST_STILL_PIXELS;
  if (!fits) throw new PictureError({ code: 'picture-too-large', width, height, most: MOST_STILL_PIXELS });
}

/** Throws PictureError where a film would have too many frames. */
export function requireFilmLength(frames: number): void {
  if (frames > MOST_FRAMES) throw new PictureError({ code: 'film-too-long', frames, most: MOST_FRAMES });
}

/** Throws PictureError where the frames of a film are larger than they are encoded. */
export function requireFilmSize(drawing: Drawing, scale: number): void {
  const [width, height] = pixelSize(drawing, scale);
  const fits = Math.max(width, height) <= LONGEST_FILM_SIDE && width * height <= MOST_FILM_PIXELS;
  if (!fits) throw new PictureError({ code: 'film-too-large', width, height, most: LONGEST_FILM_SIDE });
}
