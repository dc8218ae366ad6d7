/** What a program of scene 3 is given: the teacher where it gives the target, otherwise the target itself. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';

/** Whether the target is just what the teacher answers, in the learner's frame. */
export function isClean({ noise }: LearningPart, { teacher }: Lesson): boolean {
  return teacher !== null && noise.deviation === 0;
}
