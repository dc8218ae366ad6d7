/** A film on its way into a file: what is to be drawn, how large and how fast, and who may stop it. */
import type { Film } from '../../state/picture/source.ts';

export interface FilmJob {
  readonly film: Film;
  /** Dots a CSS pixel. */
  readonly scale: number;
  readonly framesPerSecond: number;
  readonly signal: AbortSignal;
  /** Told from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** How long the last frame stays, so that it can be looked at before the film begins again. */
export const LAST_FRAME_MS = 2000;

/** Lets the page answer between two frames; rejects when the job was stopped. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
