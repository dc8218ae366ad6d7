/** A set-up looked into before it runs. */
import { raceOf } from './kept-runs.ts';
import { analyse, type Analysis } from './learning-analysis.ts';
import { makeLesson, type LearningSetup, type Lesson } from './learning-lesson.ts';

/** What a run learns from, and what can be known of it before. */
export interface Study {
  readonly lesson: Lesson;
  readonly analysis: Analysis;
  /** Runs with the same text learn the same. */
  readonly problem: string;
}

/** The eigensystem of the last study serves as long as the problem is the same: a rate that is slid costs nothing. */
export function studyOf(setup: LearningSetup, last: Study | null): Study {
  const lesson = makeLesson(setup);
  const problem = raceOf(lesson, setup);
  const known = last?.problem === problem ? last.analysis : undefined;
  return { lesson, analysis: analyse(lesson, setup, known), problem };
}
