/** What a program of scene 3 is given: the teacher where it gives the targets, otherwise the targets themselves. */
import type { LearningPart, NumberGrid } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';

/** One at least, of one size. */
export type Grids = readonly [NumberGrid, ...NumberGrid[]];

/** The teacher where the targets follow from it, and the targets where they do not. */
export function givenTargets(
  part: LearningPart,
  lesson: Lesson,
): { readonly teacher: NumberGrid } | { readonly targets: Grids } {
  const { teacher, examples } = lesson;
  if (teacher && part.noise.deviation === 0) return { teacher };
  const [{ target }, ...others] = examples;
  return { targets: [target, ...others.map((each) => each.target)] };
}

export function imagesOf({ examples: [{ image }, ...others] }: Lesson): Grids {
  return [image, ...others.map((each) => each.image)];
}

export function hasBatch({ examples }: Lesson): boolean {
  return examples.length > 1;
}

/** 1 for weights that learn, 0 for those that stay; null where all learn. */
export function freeWeights({ start, frozen }: Lesson): NumberGrid | null {
  if (frozen.length === 0) return null;
  const stays = new Set(frozen);
  return { ...start, values: start.values.map((_, index) => (stays.has(index) ? 0 : 1)) };
}
