/** Holds the document and its history; every change goes through a named action. */
import { atom, type ReadableAtom } from 'nanostores';
import { OptimizerError } from '../math/optimizer-error.ts';
import { GeometryError, ShapeError } from '../math/problem.ts';
import type { ActionFailure, ActionName, NamedAction } from './action.ts';
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from './document.ts';
import { InputError } from './input.ts';

export type { ActionFailure, ActionName, NamedAction };

/** What undo would take back and redo bring again; null when there is nothing. */
export interface HistoryNames {
  readonly undo: ActionName | null;
  readonly redo: ActionName | null;
}

export interface Store {
  readonly $document: ReadableAtom<PlaygroundDocument>;
  readonly $history: ReadableAtom<HistoryNames>;
  /** Runs an action. Bad input is returned as data and changes nothing. Edits with one `merge` key are one undo. */
  apply<Input>(
    action: NamedAction<Input>,
    input: Input,
    options?: { readonly merge?: string },
  ): ActionFailure | null;
  /** The next edit starts an undo entry of its own, whatever its merge key. */
  endMerge(): void;
  undo(): void;
  redo(): void;
  /** Puts a whole document in place, undoable like any edit. */
  replace(document: PlaygroundDocument, name: ActionName): void;
}

interface Entry {
  readonly name: ActionName;
  /** The document on the other side of this step. */
  readonly document: PlaygroundDocument;
}

const LONGEST_HISTORY = 200;

export function createStore(initial: PlaygroundDocument = DEFAULT_DOCUMENT): Store {
  const $document = atom(initial);
  const $history = atom<HistoryNames>({ undo: null, redo: null });
  let past: readonly Entry[] = [];
  let future: readonly Entry[] = [];
  let openMerge: string | null = null;
  /** What could be redone before the open merge: it still can when that comes to nothing. */
  let setAside: readonly Entry[] = [];

  const publish = (document: PlaygroundDocument): void => {
    $history.set({ undo: past.at(-1)?.name ?? null, redo: future.at(-1)?.name ?? null });
    $document.set(document);
  };

  const commit = (next: PlaygroundDocument, name: ActionName, merge: string | null): void => {
    const current = $document.get();
    if (sameDocument(next, current)) return;
    const last = past.at(-1);
    const began = merge !== null && merge === openMerge && last?.name === name ? last : null;
    if (began && sameDocument(next, began.document)) {
      // Back where these edits began: there is nothing left to undo.
      past = past.slice(0, -1);
      future = setAside;
      openMerge = null;
      publish(began.document);
      return;
    }
    if (!began) {
      past = [...past, { name, document: current }].slice(-LONGEST_HISTORY);
      setAside = future;
    }
    future = [];
    openMerge = merge;
    publish(next);
  };

  const travel = (
    from: readonly Entry[],
    to: readonly Entry[],
  ): [readonly Entry[], readonly Entry[]] | null => {
    const entry = from.at(-1);
    if (!entry) return null;
    openMerge = null;
    return [from.slice(0, -1), [...to, { name: entry.name, document: $document.get() }]];
  };

  return {
    $document,
    $history,
    apply(action, input, options = {}) {
      try {
        commit(action.run($document.get(), input), action.name, options.merge ?? null);
        return null;
      } catch (error) {
        if (
          error instanceof InputError ||
          error instanceof GeometryError ||
          error instanceof ShapeError ||
          error instanceof OptimizerError
        ) {
          return error.problem;
        }
        throw error;
      }
    },
    endMerge() {
      openMerge = null;
    },
    undo() {
      const document = past.at(-1)?.document;
      const moved = travel(past, future);
      if (!document || !moved) return;
      [past, future] = moved;
      publish(document);
    },
    redo() {
      const document = future.at(-1)?.document;
      const moved = travel(future, past);
      if (!document || !moved) return;
      [future, past] = moved;
      publish(document);
    },
    replace(document, name) {
      commit(document, name, null);
    },
  };
}
