/** Edits that could not be used: each problem is kept under a key beside its field until the field is mended. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { InputError } from '../../state/input.ts';
import type { ActionFailure } from '../../state/store.ts';
import { problemText } from '../wording/problem-text.ts';

export class Faults implements ReactiveController {
  private readonly problems = new Map<string, ActionFailure>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.problems.clear();
  }

  /** Runs an edit and keeps its problem under `key`; an edit that succeeds clears it. */
  attempt(key: string, edit: () => ActionFailure | null): void {
    const problem = runEdit(edit);
    if (problem) this.problems.set(key, problem);
    else this.problems.delete(key);
    this.host.requestUpdate();
  }

  clear(key: string): void {
    if (this.problems.delete(key)) this.host.requestUpdate();
  }

  clearAll(): void {
    this.problems.clear();
    this.host.requestUpdate();
  }

  /** The message of a key, or an empty text. */
  text(key: string): string {
    const problem = this.problems.get(key);
    return problem ? problemText(problem) : '';
  }

  /** What stands after `prefix:` in the keys that have problems: the cells of a grid, say. */
  cells(prefix: string): ReadonlySet<string> {
    return new Set(this.texts(prefix).keys());
  }

  /** The messages of all keys `prefix:name`, by name. */
  texts(prefix: string): ReadonlyMap<string, string> {
    const own = [...this.problems].filter(([key]) => key.startsWith(`${prefix}:`));
    return new Map(own.map(([key, problem]) => [key.slice(prefix.length + 1), problemText(problem)]));
  }

  /** The messages of the cells of several grids. */
  cellTexts(prefixes: readonly string[]): readonly string[] {
    return prefixes.flatMap((prefix) => [...this.texts(prefix).values()]);
  }
}

function runEdit(edit: () => ActionFailure | null): ActionFailure | null {
  try {
    return edit();
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
}
