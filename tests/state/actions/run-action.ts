/** Actions as the tests run them: through a store of their own. */
import type { ActionFailure, NamedAction } from '../../../src/state/action.ts';
import { DEFAULT_DOCUMENT, type PlaygroundDocument } from '../../../src/state/document.ts';
import { createStore } from '../../../src/state/store.ts';

/** The document after the action; fails when the action does. */
export function after<Input>(
  action: NamedAction<Input>,
  input: Input,
  document: PlaygroundDocument = DEFAULT_DOCUMENT,
): PlaygroundDocument {
  const store = createStore(document);
  const failure = store.apply(action, input);
  if (failure) throw new Error(JSON.stringify(failure));
  return store.$document.get();
}

/** Why the action cannot be; fails when it can, or when it changed the document all the same. */
export function failureOf<Input>(
  action: NamedAction<Input>,
  input: Input,
  document: PlaygroundDocument = DEFAULT_DOCUMENT,
): ActionFailure {
  const store = createStore(document);
  const failure = store.apply(action, input);
  if (!failure) throw new Error('the action succeeded');
  if (store.$document.get() !== document) throw new Error('a failed action changed the document');
  return failure;
}
