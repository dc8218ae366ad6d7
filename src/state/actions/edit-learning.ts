/** What every edit of scene 3 is: a step of its part that leaves an output. */
import { defineAction, type ActionName, type NamedAction } from '../action.ts';
import type { LearningPart } from '../document.ts';
import { requireDocumentFits } from '../fits.ts';

export function editLearning<Input>(
  name: ActionName,
  edit: (part: LearningPart, input: Input) => LearningPart,
): NamedAction<Input> {
  return defineAction(name, (document, input) =>
    requireDocumentFits({ ...document, learning: edit(document.learning, input) }),
  );
}
