/** Edits that could not be used: each problem is kept under a key beside its field until the field is mended. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BlockError } from '../../state/block-error.ts';
import { InputError } from '../../state/input.ts';
import type { ActionFailure, Store } from '../../state/store.ts';
import { ProblemWords } from '../wording/problem-words.ts';

/** The key of what buttons do. */
const ACTION = 'action';

type Edit = () => ActionFailure | null;

export class Faults implements ReactiveController {
  private readonly problems = new Map<string, ActionFailure>();
  private typing = false;
  private stopFollowing: (() => void) | null = null;
  private readonly words: ProblemWords;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
    this.words = new ProblemWords(host);
  }

  /** From now on a document that changes by other means than typing (undo, say) takes all problems with it. */
  follow(store: Store): void {
    this.stopFollowing = store.$document.listen(() => {
      if (!this.typing) this.clearAll();
    });
  }

  hostDisconnected(): void {
    this.stopFollowing?.();
    this.problems.clear();
  }

  /** What was typed into the field `key`: its problem is kept there, and cleared when an edit succeeds. */
  attempt(key: string, edit: Edit): boolean {
    this.typing = true;
    const problem = runEdit(edit);
    this.typing = false;
    return this.conclude(key, problem);
  }

  /** What a button does: where it succeeds, texts that were refused give way to what it put there. */
  act(edit: Edit): void {
    if (this.conclude(ACTION, runEdit(edit))) this.clearAll();
  }

  /** Why the last button could do nothing, or an empty text. */
  get actionText(): string {
    return this.text(ACTION);
  }

  clear(key: string): void {
    if (this.problems.delete(key)) this.host.requestUpdate();
  }

  /** Clears the keys `prefix:…`: the cells of a grid whose size changed. */
  clearGroup(prefix: string): void {
    for (const name of this.texts(prefix).keys()) this.clear(`${prefix}:${name}`);
  }

  clearAll(): void {
    this.problems.clear();
    this.host.requestUpdate();
  }

  /** The message of a key, or an empty text. */
  text(key: string): string {
    const problem = this.problems.get(key);
    return problem ? this.words.text(problem) : '';
  }

  /** What stands after `prefix:` in the keys that have problems: the cells of a grid, say. */
  cells(prefix: string): ReadonlySet<string> {
    return new Set(this.texts(prefix).keys());
  }

  /** The messages of all keys `prefix:name`, by name. */
  texts(prefix: string): ReadonlyMap<string, string> {
    const own = [...this.problems].filter(([key]) => key.startsWith(`${prefix}:`));
    return new Map(own.map(([key, problem]) => [key.slice(prefix.length + 1), this.words.text(problem)]));
  }

  /** The messages of the cells of several grids. */
  cellTexts(prefixes: readonly string[]): readonly string[] {
    return prefixes.flatMap((prefix) => [...this.texts(prefix).values()]);
  }

  private conclude(key: string, problem: ActionFailure | null): boolean {
    if (problem) this.problems.set(key, problem);
    else this.problems.delete(key);
    this.host.requestUpdate();
    return problem === null;
  }
}

function runEdit(edit: Edit): ActionFailure | null {
  try {
    return edit();
  } catch (error) {
    if (error instanceof InputError || error instanceof BlockError) return error.problem;
    throw error;
  }
}
