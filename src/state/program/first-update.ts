/** The first update of a run, in float64. */
import { kernelGradient } from '../../math/definition.ts';
import { makeOptimizerState, optimizerStep } from '../../math/optimizer.ts';
import { gridTensor, type LearningPart, type NumberGrid } from '../document.ts';
import { residualsOf, type Lesson } from '../learning-lesson.ts';
import { freeWeights } from './lesson-data.ts';

export interface FirstUpdate {
  /** One for each image. */
  readonly residuals: readonly NumberGrid[];
  readonly loss: number;
  /** 0 for frozen weights. */
  readonly gradient: NumberGrid;
  /** Null for a learner without a bias, as the bias after the update. */
  readonly biasGradient: number | null;
  readonly weights: NumberGrid;
  readonly bias: number | null;
}

export function firstUpdate({ optimizer, rate, loss }: LearningPart, lesson: Lesson): FirstUpdate {
  const { start, startBias } = lesson;
  const residuals = residualsOf(lesson, start, startBias);
  const all = residuals.flatMap(({ values }) => values);
  const share = loss === 'mean' ? 1 / all.length : 1;
  const gradient = kernelSlopes(lesson, residuals).map((value) => 2 * share * value);
  const biasGradient = startBias === null ? null : 2 * share * sumOf(all);
  const settings = { ...optimizer, rate };
  const taken = (weights: readonly number[], slopes: readonly number[]): readonly number[] => {
    const state = makeOptimizerState(settings, slopes.length);
    return [...optimizerStep(settings, state, Float64Array.from(weights), slopes).weights];
  };
  const moved = taken(start.values, gradient);
  const free = freeWeights(lesson);
  return {
    residuals,
    loss: share * sumOf(all.map((value) => value * value)),
    gradient: { ...start, values: gradient },
    biasGradient,
    weights: {
      ...start,
      values: start.values.map((kept, i) => (free?.values[i] === 0 ? kept : (moved[i] ?? kept))),
    },
    bias:
      startBias === null || biasGradient === null ? null : (taken([startBias], [biasGradient])[0] ?? null),
  };
}

/** Half the gradient of the summed squares, 0 where weights are frozen. */
function kernelSlopes(lesson: Lesson, residuals: readonly NumberGrid[]): readonly number[] {
  const { start, examples } = lesson;
  const free = freeWeights(lesson);
  const slopes = start.values.map(() => 0);
  examples.forEach(({ image, target }, i) => {
    const upstream = gridTensor(residuals[i] ?? target);
    kernelGradient(gridTensor(image), upstream, [start.rows, start.columns]).data.forEach((value, tap) => {
      slopes[tap] = (slopes[tap] ?? 0) + (free?.values[tap] ?? 1) * value;
    });
  });
  return slopes;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
