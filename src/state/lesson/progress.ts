/** Which tasks a reader has solved, kept in the browser's storage; no link holds it. */
import type { TextStorage } from '../autosave.ts';
import { SCENES } from '../address.ts';
import { tasksOf, type TaskName } from './task.ts';

// The number is the version of the text.
const SOLVED_KEY = 'corr2d:solved:1';

export class Progress {
  private names: ReadonlySet<TaskName>;

  /** `storage` is called for at each use, because asking for it may throw; without it progress lasts as long as the page. */
  constructor(private readonly storage: () => Pick<TextStorage, 'getItem' | 'setItem'>) {
    this.names = this.read();
  }

  get solved(): ReadonlySet<TaskName> {
    return this.names;
  }

  /** Those of them that were not solved before. */
  add(names: readonly TaskName[]): readonly TaskName[] {
    const fresh = names.filter((name) => !this.names.has(name));
    if (fresh.length === 0) return fresh;
    // Another tab may have solved some meanwhile.
    this.names = new Set([...this.names, ...this.read(), ...fresh]);
    this.write();
    return fresh;
  }

  /** Names of other versions are passed over. */
  private read(): ReadonlySet<TaskName> {
    try {
      const kept = (this.storage().getItem(SOLVED_KEY) ?? '').split(' ');
      return new Set(SCENES.flatMap(tasksOf).filter((name) => kept.includes(name)));
    } catch {
      return new Set();
    }
  }

  private write(): void {
    try {
      this.storage().setItem(SOLVED_KEY, [...this.names].join(' '));
    } catch {
      // Blocked or full: what was solved is known until the page is closed.
    }
  }
}
