/** What scene 3 asks for. */
import { isPlainSgd, type LearningPart, type PlaygroundDocument } from '../document.ts';
import { predictedFactors, spectrumOf, analyse, type Analysis } from '../learning-analysis.ts';
import { makeLayer } from '../learning-layer.ts';
import { makeLesson } from '../learning-lesson.ts';
import { hasSeveralValues } from './grid-checks.ts';

/** A long swing: an epoch takes less than a tenth off the error. */
const LEAST_SWING = -0.9;
/** As fast as can be without a swing, within a tenth. */
const FAST_ENOUGH = 0.9;

export const LEARNING_CHECKS = {
  /** A rate at which the error changes sides and hardly shrinks, and yet the run converges. */
  'long-swing': (document: PlaygroundDocument) => {
    const factors = plainFactors(document);
    return factors.every((factor) => Math.abs(factor) < 1) && factors.some((factor) => factor < LEAST_SWING);
  },

  /** The largest rate at which no error changes sides: between 0.9 and 1 over the largest curvature. */
  'no-swing': (document: PlaygroundDocument) => {
    const factors = plainFactors(document);
    // The steepest error is multiplied by 1 − rate · λ.
    const steepest = Math.min(1, ...factors);
    return steepest >= -1e-9 && steepest <= 1 - FAST_ENOUGH + 1e-9;
  },

  /** An image of several values that leaves some direction of the kernel undecided. */
  'blind-image': ({ edges: { image }, learning }: PlaygroundDocument) =>
    hasSeveralValues(image) &&
    spectrumOf(makeLayer(makeLesson({ image, ...learning })), learning.loss).flat > 0,
} as const;

/** The factors of plain gradient descent along the directions that the image decides; none for any other optimiser. */
function plainFactors({ edges, learning }: PlaygroundDocument): readonly number[] {
  if (!isPlainSgd(learning.optimizer)) return [];
  const analysis = analyse(makeLayer(makeLesson({ image: edges.image, ...learning })), learning);
  return decidedFactors(analysis, learning);
}

function decidedFactors(analysis: Analysis, learning: LearningPart): readonly number[] {
  return predictedFactors(analysis, learning)
    .slice(analysis.flat)
    .map(({ value }) => value);
}
