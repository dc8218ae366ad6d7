/** What a reader chooses of a picture before it is saved. */
import type { FigureInks, PictureLook } from '../../math/figure/look.ts';
import type { Scheme, Theme } from '../../math/ramp.ts';

export type PictureFormat = 'svg' | 'png' | 'gif' | 'webm';

export const RESOLUTIONS = [96, 192, 300, 600] as const;
export const FILM_SCALES = [1, 2] as const;
/** Frames a second. */
export const FILM_SPEEDS = [1, 2, 4, 8, 16] as const;

export interface PictureChoice {
  readonly format: PictureFormat;
  readonly theme: Scheme;
  readonly captions: boolean;
  readonly numbers: boolean;
  readonly marks: boolean;
  readonly logarithmic: boolean;
  /** Of PNG, in dots an inch. */
  readonly resolution: (typeof RESOLUTIONS)[number];
  /** Of films, in dots a CSS pixel. */
  readonly scale: (typeof FILM_SCALES)[number];
  readonly speed: (typeof FILM_SPEEDS)[number];
}

export const FIRST_CHOICE: PictureChoice = {
  format: 'svg',
  theme: 'light',
  captions: true,
  numbers: true,
  marks: false,
  logarithmic: false,
  resolution: 300,
  scale: 2,
  speed: 2,
};

/** A film that nobody set up is over after so many seconds, and so many pixels wide, if any choice makes it so. */
const WANTED_SECONDS = 15;
const WANTED_WIDTH = 1280;

/** Speed and size for a film of so many frames, as wide as that in CSS pixels. */
export function filmChoice(frames: number, width: number): Pick<PictureChoice, 'scale' | 'speed'> {
  const speeds = FILM_SPEEDS.filter((speed) => speed >= FIRST_CHOICE.speed);
  const speed = speeds.find((each) => (frames - 1) / each <= WANTED_SECONDS) ?? 16;
  return { scale: 2 * width <= WANTED_WIDTH ? 2 : 1, speed };
}

/** As it is written. */
export function formatName(format: PictureFormat): string {
  return format === 'webm' ? 'WebM' : format.toUpperCase();
}

export function isFilm({ format }: PictureChoice): boolean {
  return format === 'gif' || format === 'webm';
}

/** A film is of the window: it always shows it. */
export function lookOf(choice: PictureChoice, inks: FigureInks, theme: Theme = choice.theme): PictureLook {
  const { captions, numbers, marks, logarithmic } = choice;
  return { theme, inks, captions, numbers, marks: marks || isFilm(choice), logarithmic };
}
