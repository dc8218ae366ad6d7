/** Keeps the reader's work in the browser's storage, and a place beside it for work that a link pushed aside. */
import { sameDocument, type PlaygroundDocument } from './document.ts';
import { decodeLink, encodeLink } from './link.ts';

/** The part of Storage that is used; every call may throw (blocked, full). */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const WORK_KEY = 'corr2d:work';
const ASIDE_KEY = 'corr2d:aside';
const DAMAGED_KEY = 'corr2d:damaged';
const QUIET_MS = 300;

export class Autosave {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private newest: PlaygroundDocument | null = null;
  private failed = false;

  /** `storage` is called for at each use, because asking for it may throw; `onFailure` is told once. */
  constructor(
    private readonly storage: () => TextStorage,
    private readonly onFailure: () => void,
  ) {}

  /** The work of the last visit; null when there is none. Text that cannot be read is set aside, not lost. */
  async load(): Promise<PlaygroundDocument | null> {
    const text = this.read(WORK_KEY);
    if (text === null) return null;
    try {
      return await decodeLink(text);
    } catch {
      this.write(DAMAGED_KEY, text);
      this.remove(WORK_KEY);
      return null;
    }
  }

  /** Saves soon; of several calls the newest counts. */
  save(document: PlaygroundDocument): void {
    this.newest = document;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), QUIET_MS);
  }

  /** Saves at once what is waiting, as when the page goes away. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const document = this.newest;
    if (!document) return;
    this.newest = null;
    this.write(WORK_KEY, await encodeLink(document));
  }

  /** Keeps work that an opened link is about to replace; `takeAside` gives it back. */
  async keepAside(document: PlaygroundDocument): Promise<void> {
    this.write(ASIDE_KEY, await encodeLink(document));
  }

  /** Work set aside that differs from `current`; null when there is none. */
  async aside(current: PlaygroundDocument): Promise<PlaygroundDocument | null> {
    const text = this.read(ASIDE_KEY);
    if (text === null) return null;
    try {
      const document = await decodeLink(text);
      return sameDocument(document, current) ? null : document;
    } catch {
      return null;
    }
  }

  dropAside(): void {
    this.remove(ASIDE_KEY);
  }

  private read(key: string): string | null {
    try {
      return this.storage().getItem(key);
    } catch {
      return null;
    }
  }

  private write(key: string, text: string): void {
    try {
      this.storage().setItem(key, text);
    } catch {
      if (!this.failed) this.onFailure();
      this.failed = true;
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
