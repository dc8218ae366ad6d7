/** Keeps the reader's work in the browser's storage, and a place beside it for work that a link pushed aside. */
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from './document.ts';
import { LinkError } from './link-error.ts';

/** The part of Storage that is used; every call may throw (blocked, full). */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What document-json.ts exports. */
export interface DocumentCodec {
  readonly documentToJson: (document: PlaygroundDocument) => string;
  /** Throws LinkError. */
  readonly documentFromJson: (text: string) => PlaygroundDocument;
}

// The number is the version of the JSON.
const WORK_KEY = 'corr2d:work:1';
/** Work of a page that went away before it had a codec: the document as it was in memory. */
const HASTY_KEY = 'corr2d:hasty:1';
const ASIDE_KEY = 'corr2d:aside:1';
const LINKED_KEY = 'corr2d:linked:1';
const VISIT_KEY = 'corr2d:visit:1';
const DAMAGED_KEY = 'corr2d:damaged';
const QUIET_MS = 300;
const MOST_ASIDE = 8;

export class Autosave {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private newest: PlaygroundDocument | null = null;
  private failed = false;
  /** The work in the storage as this page read or wrote it last: where there is other, another window wrote it. */
  private known: string | null = null;
  /** What this page saved last of the work that it shows. */
  private written: string | null = null;

  /**
   * `storage` is called for at each use, because asking for it may throw; `onFailure` is told once; `visit` is who saves.
   * Until it is prepared, or has a codec from the start, it reads nothing, and what is saved waits in a form of its own.
   */
  constructor(
    private readonly storage: () => TextStorage,
    private readonly onFailure: () => void,
    private readonly visit = '',
    private codec: DocumentCodec | null = null,
  ) {}

  /** Whether there is anything that `load` or `aside` would read. */
  get hasWork(): boolean {
    return [WORK_KEY, HASTY_KEY, ASIDE_KEY].some((key) => this.read(key) !== null);
  }

  /** Fetches what reads and writes documents: a first visit needs it only once something was changed. */
  async prepare(): Promise<void> {
    try {
      this.codec ??= await import('./document-json.ts');
    } catch {
      this.tellFailure();
    }
  }

  /** The work of the last visit; null when there is none. Text that cannot be read is set aside, not lost. */
  load(): PlaygroundDocument | null {
    const { codec } = this;
    if (!codec) return null;
    this.takeHasty(codec);
    const text = this.read(WORK_KEY);
    this.known = text;
    if (text === null) return null;
    const document = documentOf(text, codec);
    if (!document && this.write(DAMAGED_KEY, text)) this.remove(WORK_KEY);
    return document;
  }

  /** Saves soon; of several calls the newest counts. */
  save(document: PlaygroundDocument): void {
    this.newest = document;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.flush();
    }, QUIET_MS);
  }

  /** Saves what is waiting before it returns: a page that goes away waits for nothing. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { newest, codec } = this;
    if (!newest) return;
    if (codec) {
      this.newest = null;
      if (this.writeWork(newest, codec)) this.remove(HASTY_KEY);
    } else {
      this.tryWrite(HASTY_KEY, JSON.stringify(newest));
      void this.flushPrepared();
    }
    if (this.visit !== '') this.tryWrite(VISIT_KEY, this.visit);
  }

  /** The visit that saved the work last: a page that is reloaded knows its own. */
  savedBy(): string | null {
    return this.read(VISIT_KEY);
  }

  /**
   * Keeps work that an opened link is about to replace, beside earlier such work; `aside` gives it back. What the
   * last link brought is passed over unless it was edited: it is nobody's work, and would push work out.
   */
  keepAside(document: PlaygroundDocument): void {
    const text = this.codec?.documentToJson(document);
    this.written = null;
    if (text !== undefined) this.addAside(text);
  }

  /** Remembers what a link brought. Says nothing where it cannot: no work is lost by it. */
  noteLinked(document: PlaygroundDocument): void {
    if (this.codec) this.tryWrite(LINKED_KEY, this.codec.documentToJson(document));
  }

  /** The work set aside last that differs from `current`; null when there is none. */
  aside(current: PlaygroundDocument): PlaygroundDocument | null {
    const { codec } = this;
    if (!codec) return null;
    const documents = this.readAside().map((text) => documentOf(text, codec));
    return documents.find((document) => document && !sameDocument(document, current)) ?? null;
  }

  /** Forgets one work that was set aside, when it is back in place. */
  dropAside(document: PlaygroundDocument): void {
    const text = this.codec?.documentToJson(document);
    this.writeAside(this.readAside().filter((other) => other !== text));
  }

  // One JSON a line, the newest first.
  private readAside(): readonly string[] {
    return (this.read(ASIDE_KEY) ?? '').split('\n').filter((text) => text !== '');
  }

  /** `outdated` goes. */
  private addAside(text: string, outdated: string | null = null): void {
    if (text === this.read(LINKED_KEY)) return;
    const others = this.readAside().filter((other) => other !== text && other !== outdated);
    this.writeAside([text, ...others].slice(0, MOST_ASIDE));
  }

  private writeAside(texts: readonly string[]): void {
    if (texts.length === 0) this.remove(ASIDE_KEY);
    else this.write(ASIDE_KEY, texts.join('\n'));
  }

  private read(key: string): string | null {
    try {
      return this.storage().getItem(key);
    } catch {
      return null;
    }
  }

  private write(key: string, text: string): boolean {
    const written = this.tryWrite(key, text);
    if (!written) this.tellFailure();
    return written;
  }

  private tellFailure(): void {
    if (this.failed) return;
    this.failed = true;
    this.onFailure();
  }

  /** What was saved in haste is newer than the work beside it. */
  private takeHasty(codec: DocumentCodec): void {
    const text = this.read(HASTY_KEY);
    if (text === null) return;
    const document = hastyDocument(text, codec);
    if (!document || this.writeWork(document, codec)) this.remove(HASTY_KEY);
  }

  private writeWork(document: PlaygroundDocument, codec: DocumentCodec): boolean {
    const text = codec.documentToJson(document);
    this.keepOthers(codec);
    const isWritten = this.write(WORK_KEY, text);
    if (isWritten) this.known = this.written = text;
    return isWritten;
  }

  /** Work that another window saved since goes aside; an older state of this window's, which the other put there, goes. */
  private keepOthers(codec: DocumentCodec): void {
    const stored = this.read(WORK_KEY);
    if (stored === null || stored === this.known) return;
    const others = documentOf(stored, codec);
    if (others && !sameDocument(others, DEFAULT_DOCUMENT)) this.addAside(stored, this.written);
  }

  private async flushPrepared(): Promise<void> {
    await this.prepare();
    if (this.codec) this.flush();
  }

  private tryWrite(key: string, text: string): boolean {
    try {
      this.storage().setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  private remove(key: string): void {
    try {
      this.storage().removeItem(key);
    } catch {
      // Nothing was kept, so there is nothing to remove.
    }
  }
}

/** Null for text that holds no document. */
function documentOf(text: string, codec: DocumentCodec): PlaygroundDocument | null {
  try {
    return codec.documentFromJson(text);
  } catch (error) {
    if (error instanceof LinkError) return null;
    throw error;
  }
}

/** Null for what is no document, or one of another version of the page. */
function hastyDocument(text: string, codec: DocumentCodec): PlaygroundDocument | null {
  try {
    return codec.documentFromJson(codec.documentToJson(JSON.parse(text) as PlaygroundDocument));
  } catch {
    return null;
  }
}
