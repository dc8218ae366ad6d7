/** A source and a choice to a file. */
import type { FigureInks } from '../../math/figure/look.ts';
import type { Drawing } from '../../math/figure/drawing.ts';
import {
  PictureError,
  requireFilmLength,
  requireFilmSize,
  requireStillSize,
  type PictureProblem,
} from '../../state/picture/limits.ts';
import type { PictureSource } from '../../state/picture/source.ts';
import { gifFile } from './gif-file.ts';
import { isFilm, lookOf, type PictureChoice } from './picture-choice.ts';
import { pngFile, pngScale, svgFile } from './still-file.ts';
import { webmVideo } from './webm-file.ts';

/** Why there is no such file, as far as that can be said before it is begun; `drawing` is as large as its frames. */
export function pictureProblem(
  { film }: PictureSource,
  choice: PictureChoice,
  drawing: Drawing,
): PictureProblem | null {
  try {
    if (film && isFilm(choice)) {
      requireFilmLength(film.count);
      requireFilmSize(drawing, choice.scale);
      if (choice.format === 'webm' && !('VideoEncoder' in globalThis)) return { code: 'no-video' };
    } else if (choice.format === 'png') requireStillSize(drawing, pngScale(choice.resolution));
    return null;
  } catch (error) {
    if (error instanceof PictureError) return error.problem;
    throw error;
  }
}

/** Throws PictureError where it is too large, and the signal's reason when it is stopped. */
export async function pictureFile(
  source: PictureSource,
  choice: PictureChoice,
  inks: FigureInks,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const look = lookOf(choice, inks);
  if (!isFilm(choice) || !source.film) {
    const drawing = source.still(look);
    return choice.format === 'png' ? pngFile(drawing, choice.resolution) : svgFile(drawing);
  }
  requireFilmLength(source.film.count);
  const film = await source.film.make(look, signal);
  const job = { film, scale: choice.scale, framesPerSecond: choice.speed, signal, onProgress };
  return choice.format === 'gif' ? gifFile(job) : webmVideo(job);
}
