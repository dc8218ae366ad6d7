/** One's own documents, kept by name. What keeps them is passed in; where it fails they stay for this visit. */
import { documentToFile, FileError, fileToDocument, type ShownDocument } from './document-file.ts';

/** A kept document, as it is stored: the text of its file. */
export interface KeptText {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970; the newest comes first. */
  readonly keptMs: number;
  readonly file: string;
}

/** What keeps texts between visits; every call may reject (blocked, full). */
export interface Shelf {
  readonly all: () => Promise<readonly KeptText[]>;
  readonly put: (kept: KeptText) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

export interface KeptDocument {
  readonly id: string;
  readonly name: string;
  readonly keptMs: number;
  /** Null for a text that this version cannot read. */
  readonly shown: ShownDocument | null;
}

export const LONGEST_NAME = 80;

export class Gallery {
  private texts: readonly KeptText[] = [];
  private deleted: readonly KeptText[] = [];
  /** Those that the shelf does not hold yet, or could not take. */
  private readonly unwritten = new Set<string>();
  private readonly removed = new Set<string>();
  private told = false;
  private failed = false;

  /** Lives as long as the visit. `onFailure` is told once; `now` is the time in milliseconds. */
  constructor(
    private readonly shelf: Shelf,
    private readonly onFailure: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** The newest first. */
  get documents(): readonly KeptDocument[] {
    return this.texts.map(({ id, name, keptMs, file }) => ({ id, name, keptMs, shown: shownOf(file) }));
  }

  /** What was deleted last, to be offered back; null when there is nothing. */
  get lastDeleted(): Pick<KeptText, 'id' | 'name'> | null {
    return this.deleted.at(-1) ?? null;
  }

  /** False while the shelf takes nothing: documents are gone with the visit. */
  get isKept(): boolean {
    return !this.failed && this.unwritten.size === 0;
  }

  /** Reads what is kept, other windows' too. What is not written yet stays, and is tried once more. */
  async load(): Promise<void> {
    await this.attempt(async () => {
      const stored = await this.shelf.all();
      const left = stored.filter(({ id }) => !this.unwritten.has(id) && !this.removed.has(id));
      this.texts = sorted([...this.texts.filter(({ id }) => this.unwritten.has(id)), ...left]);
    });
    for (const text of this.texts.filter(({ id }) => this.unwritten.has(id))) await this.store(text);
  }

  /** Keeps a document under a name that no other has: `name`, `name 2`, … */
  async keep(shown: ShownDocument, name: string): Promise<void> {
    await this.add({ name: this.freeName(name), file: documentToFile(shown) });
  }

  /** An empty name changes nothing. */
  async rename(id: string, name: string): Promise<void> {
    const trimmed = name.trim().slice(0, LONGEST_NAME);
    const text = this.texts.find((other) => other.id === id);
    if (text && trimmed !== '' && trimmed !== text.name) await this.write({ ...text, name: trimmed });
  }

  /** Keeps a copy under a name of its own, such as `copyName` makes. */
  async duplicate(id: string, copyName: (name: string) => string): Promise<void> {
    const text = this.texts.find((other) => other.id === id);
    if (text) await this.add({ name: this.freeName(copyName(text.name)), file: text.file });
  }

  async delete(id: string): Promise<void> {
    const text = this.texts.find((other) => other.id === id);
    if (!text) return;
    this.texts = this.texts.filter((other) => other !== text);
    this.deleted = [...this.deleted, text];
    this.unwritten.delete(id);
    this.removed.add(id);
    await this.attempt(() => this.shelf.remove(id));
  }

  /** Brings back what was deleted last. */
  async restore(): Promise<void> {
    const text = this.deleted.at(-1);
    if (!text) return;
    this.deleted = this.deleted.slice(0, -1);
    await this.write(text);
  }

  private add(text: Pick<KeptText, 'name' | 'file'>): Promise<void> {
    // Two of one millisecond keep their order.
    const keptMs = Math.max(this.now(), (this.texts[0]?.keptMs ?? 0) + 1);
    return this.write({
      id: `${keptMs.toString(36)}-${Math.random().toString(36).slice(2)}`,
      keptMs,
      ...text,
    });
  }

  private async write(text: KeptText): Promise<void> {
    this.texts = sorted([text, ...this.texts.filter(({ id }) => id !== text.id)]);
    this.removed.delete(text.id);
    this.unwritten.add(text.id);
    await this.store(text);
  }

  private store(text: KeptText): Promise<void> {
    return this.attempt(async () => {
      await this.shelf.put(text);
      this.unwritten.delete(text.id);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failed = false;
    } catch {
      this.failed = true;
      if (!this.told) this.onFailure();
      this.told = true;
    }
  }

  private freeName(wanted: string): string {
    const name = wanted.trim().slice(0, LONGEST_NAME);
    const taken = new Set(this.texts.map((text) => text.name));
    for (let count = 1; ; count++) {
      const free = count === 1 ? name : `${name} ${String(count)}`;
      if (!taken.has(free)) return free;
    }
  }
}

function sorted(texts: readonly KeptText[]): readonly KeptText[] {
  return [...texts].sort((left, right) => right.keptMs - left.keptMs);
}

function shownOf(file: string): ShownDocument | null {
  try {
    return fileToDocument(file);
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}
