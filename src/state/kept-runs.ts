/** Runs kept to race the present one: other optimisers, rates or starts on the same problem. */
import type { LearningPart } from './document.ts';
import type { Lesson } from './learning-lesson.ts';

export interface KeptRun {
  /** Runs race when they learn the same: image, target, loss and size. */
  readonly problem: string;
  readonly part: LearningPart;
  readonly losses: readonly number[];
}

/** With the present run four on one chart. */
export const MOST_KEPT = 3;

export function raceOf(lesson: Lesson, part: LearningPart): string {
  const { rows, columns } = lesson.start;
  return JSON.stringify([lesson.image, lesson.target, part.loss, rows, columns]);
}

/** With one more; one of the same optimiser, rate and start gives way to it, and so does the oldest of too many. */
export function withRun(runs: readonly KeptRun[], run: KeptRun): readonly KeptRun[] {
  const others = runs.filter((each) => rivalKey(each) !== rivalKey(run));
  const same = others.filter(({ problem }) => problem === run.problem);
  const oldest = same.length >= MOST_KEPT ? same[0] : undefined;
  return [...others.filter((each) => each !== oldest), run];
}

/** The kept runs that race a present one; its own twin does not. */
export function rivalsOf(runs: readonly KeptRun[], problem: string, part: LearningPart): readonly KeptRun[] {
  const own = rivalKey({ problem, part, losses: [] });
  return runs.filter((each) => each.problem === problem && rivalKey(each) !== own);
}

function rivalKey({ problem, part: { optimizer, rate, start } }: KeptRun): string {
  return JSON.stringify([problem, optimizer, rate, start]);
}
