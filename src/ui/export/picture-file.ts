/** A source and a choice to a file. */
import type { FigureInks } from '../../math/figure/look.ts';
import { requireFilmLength } from '../../state/picture/limits.ts';
import type { PictureSource } from '../../state/picture/source.ts';
import { gifFile } from './gif-file.ts';
import { isFilm, lookOf, type PictureChoice } from './picture-choice.ts';
import { pngFile, svgFile } from './still-file.ts';
import { webmVideo } from './webm-file.ts';

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
