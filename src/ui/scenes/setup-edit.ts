/** From an entered field of the learning set-up to the action that it means. */
import { resizeTeacher, setRate, setStart, setSteps } from '../../state/actions/learning.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import type { ActionFailure, Store } from '../../state/store.ts';
import type { SetupFieldName } from '../learning/learning-setup.ts';

/** Applies what was entered into `field`; throws InputError for a text that is no number of the field's range. */
export function editSetup(store: Store, field: SetupFieldName, text: string): ActionFailure | null {
  const { teacher } = store.$document.get().learning;
  switch (field) {
    case 'rate':
      return store.apply(setRate, parseField(field, text, LIMITS.rate));
    case 'steps':
      return store.apply(setSteps, parseField(field, text, LIMITS.steps));
    case 'seed':
      return store.apply(setStart, { kind: 'torch', seed: parseField(field, text, LIMITS.seed) });
    case 'teacher-rows':
      return store.apply(resizeTeacher, {
        rows: parseField(field, text, LIMITS.kernelSide),
        columns: teacher.columns,
      });
    case 'teacher-columns':
      return store.apply(resizeTeacher, {
        rows: teacher.rows,
        columns: parseField(field, text, LIMITS.kernelSide),
      });
  }
}
