/** An image that, added to the batch, decides what the present ones leave open. */
import { filledGrid, type GridSize, type NumberGrid } from './document.ts';
import { spectrumOf } from './learning-analysis.ts';
import { makeLayer } from './learning-layer.ts';
import { makeLesson, type LearningSetup } from './learning-lesson.ts';
import { noisePicture } from './noise-picture.ts';

/** Seeds of half-white noise that are tried where a single cell does not do. */
const NOISE_SEEDS = 4;

export interface HelpfulImage {
  readonly image: NumberGrid;
  /** Directions that stay undecided with it. */
  readonly flat: number;
}

/**
 * A white cell in the middle of a black image, which each weight meets at a place of its own, where the kernel can go that
 * far over it; otherwise the noise that leaves least open. Null where none decides more than the batch does.
 */
export function helpfulImage(setup: LearningSetup): HelpfulImage | null {
  const flatWith = (batch: readonly NumberGrid[]): number =>
    spectrumOf(makeLayer(makeLesson({ ...setup, batch })), setup.loss).flat;
  let best: HelpfulImage | null = null;
  let least = flatWith(setup.batch);
  for (const image of candidates(setup.image)) {
    const flat = flatWith([...setup.batch, image]);
    if (flat < least) {
      least = flat;
      best = { image, flat };
    }
    if (least === 0) break;
  }
  return best;
}

function candidates({ rows, columns }: GridSize): readonly NumberGrid[] {
  const black = filledGrid(rows, columns, 0);
  const middle = Math.floor(rows / 2) * columns + Math.floor(columns / 2);
  const noise = Array.from({ length: NOISE_SEEDS }, (_, seed) => noisePicture(black, 0.5, seed));
  return [{ ...black, values: black.values.with(middle, 1) }, ...noise];
}
