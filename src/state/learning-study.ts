/** A set-up looked into before it runs. */
import { analyse, type Analysis } from './learning-analysis.ts';
import { makeLayer, type Layer } from './learning-layer.ts';
import { makeLesson, type LearningSetup, type Lesson } from './learning-lesson.ts';

/** What a run learns from, and what can be known of it before. */
export interface Study {
  readonly lesson: Lesson;
  readonly layer: Layer;
  readonly analysis: Analysis;
  /** Runs with the same text learn the same: images, targets, loss, free weights, and where the others stay. */
  readonly problem: string;
}

/** The eigensystem of the last study serves as long as the problem is the same: a rate that is slid costs nothing. */
export function studyOf(setup: LearningSetup, last: Study | null): Study {
  const lesson = makeLesson(setup);
  const layer = makeLayer(lesson);
  const problem = problemOf(lesson, setup);
  const known = last?.problem === problem ? last.analysis : undefined;
  return { lesson, layer, analysis: analyse(layer, setup, known), problem };
}

function problemOf({ examples, start, startBias, frozen }: Lesson, { loss }: LearningSetup): string {
  const { rows, columns } = start;
  const stays = frozen.map((index) => [index, start.values[index]]);
  return JSON.stringify([examples, loss, rows, columns, startBias !== null, stays]);
}

/** Everything of a set-up that its numbers depend on, in one order. */
export function setupKey(setup: LearningSetup): string {
  const { image, teacher, learner, painted, filter, noise, start, batch, bias, frozen, ...others } = setup;
  const { loss, optimizer, rate, steps } = others;
  const learned = [image, teacher, learner, painted, filter, noise, start, batch, bias, frozen];
  return JSON.stringify([learned, loss, optimizer, rate, steps]);
}
