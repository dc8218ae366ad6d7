import type { TextStorage } from '../../src/state/autosave.ts';

/** The Storage interface over a map, as browsers specify it: Node has none. */
export class MemoryStorage implements TextStorage {
  readonly texts = new Map<string, string>();
  writes = 0;
  full = false;

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    if (this.full) throw new DOMException('the quota is exceeded', 'QuotaExceededError');
    this.writes++;
    this.texts.set(key, text);
  }

  removeItem(key: string): void {
    this.texts.delete(key);
  }
}
