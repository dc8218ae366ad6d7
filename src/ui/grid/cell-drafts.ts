/** What is being typed into the cells of a grid: their exact text while they have the focus, or while it is faulty. */
import type { ReactiveControllerHost } from 'lit';

interface Draft {
  readonly text: string;
  /** What Escape goes back to. */
  readonly before: string;
}

export class CellDrafts {
  private readonly drafts = new Map<string, Draft>();
  private active: string | null = null;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Typing may begin in a cell that holds `value`; a faulty text that was left there stays. */
  begin(key: string, value: string): void {
    this.active = key;
    this.set(key, { text: this.drafts.get(key)?.text ?? value, before: value });
  }

  edit(key: string, text: string): void {
    this.set(key, { text, before: this.drafts.get(key)?.before ?? text });
  }

  /** Back to what stood there when typing began; null when nothing was typed since. */
  revert(key: string): string | null {
    const draft = this.drafts.get(key);
    if (!draft || draft.text === draft.before) return null;
    this.set(key, { ...draft, text: draft.before });
    return draft.before;
  }

  /** The focus left. */
  end(): void {
    this.active = null;
    this.host.requestUpdate();
  }

  /** Whether something was typed into the cell that has the focus. */
  get isChanged(): boolean {
    const draft = this.drafts.get(this.active ?? '');
    return draft !== undefined && draft.text !== draft.before;
  }

  /**
   * Drops what is neither being typed nor faulty: those cells show their numbers again. True when the number of the cell that
   * has the focus became another meanwhile: it was undone.
   */
  settle(faults: ReadonlySet<string>, valueOf: (key: string) => string): boolean {
    for (const key of this.drafts.keys()) {
      if (key !== this.active && !faults.has(key)) this.drafts.delete(key);
    }
    const { active } = this;
    if (active === null || this.isChanged || faults.has(active)) return false;
    const value = valueOf(active);
    if (this.textOf(active) === value) return false;
    this.drafts.set(active, { text: value, before: value });
    return true;
  }

  /** All texts of a row. */
  rowKey(row: number): string {
    const own = [...this.drafts].filter(([key]) => key.startsWith(`${String(row)},`));
    return own.map(([key, { text }]) => `${key}=${text}`).join(' ');
  }

  textOf(key: string): string | undefined {
    return this.drafts.get(key)?.text;
  }

  private set(key: string, draft: Draft): void {
    this.drafts.set(key, draft);
    this.host.requestUpdate();
  }
}
