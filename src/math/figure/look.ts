/** How a picture is to look, and the colours it is drawn with. */
import type { Theme } from '../ramp.ts';

/** The page's design tokens as `#rrggbb`; whoever draws reads them from the page's style sheet. */
export interface FigureInks {
  readonly paper: string;
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly strong: string;
  readonly kernel: string;
  readonly kernelNegative: string;
  readonly kernelTint: string;
  /** Frames of a field below an element, and of what it reaches above. */
  readonly field: string;
  readonly gradient: string;
  readonly targetTint: string;
  readonly gradientTint: string;
}

export interface PictureLook {
  readonly theme: Theme;
  readonly inks: FigureInks;
  /** Names and sizes of the grids. */
  readonly captions: boolean;
  /** The numbers in the cells. */
  readonly numbers: boolean;
  /** The window and the sum that is under it. */
  readonly marks: boolean;
  /** The loss by powers of ten. */
  readonly logarithmic: boolean;
}

/** `share` (0 to 1) of one colour in another, mixed in sRGB as `color-mix` does. */
export function mixColors(color: string, into: string, share: number): string {
  const [from, to] = [channels(color), channels(into)];
  const mixed = from.map((channel, i) => Math.round(channel * share + (to[i] ?? 0) * (1 - share)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}
