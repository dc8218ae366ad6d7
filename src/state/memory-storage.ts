/** Storage that ends with the page, for what must leave nothing in the visitor's browser. */
import type { TextStorage } from './autosave.ts';

export function memoryStorage(): TextStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => {
      texts.set(key, text);
    },
    removeItem: (key) => {
      texts.delete(key);
    },
  };
}
