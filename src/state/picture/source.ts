/** What a scene offers to be saved as a picture or a film. */
import type { Drawing } from '../../math/figure/drawing.ts';
import type { PictureLook } from '../../math/figure/look.ts';

export interface PictureSource {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Whether numbers fit into its cells without making it huge. */
  readonly hasRoomForNumbers: boolean;
  /** What is marked in it, to be shown or left out; null for nothing. */
  readonly marks: 'window' | 'field' | null;
  /** Whether there is a chart whose axis can be logarithmic. */
  readonly hasChart: boolean;
  readonly still: (look: PictureLook) => Drawing;
  /** Null where nothing moves. */
  readonly film: FilmSource | null;
}

export interface FilmSource {
  /** As many frames as it will have, as far as that is known before. */
  readonly count: number;
  /** How many there would be, were all of them shown. */
  readonly all: number;
  /** Computes what the frames show; rejects with the signal's reason when it is aborted. */
  readonly make: (look: PictureLook, signal: AbortSignal) => Promise<Film>;
}

export interface Film {
  readonly count: number;
  /** All of one size. */
  readonly frame: (index: number) => Drawing;
}
