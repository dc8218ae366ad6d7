/** The keys of undo and redo. */

/** Ctrl or ⌘ with Z undoes; with Shift, or as Ctrl+Y, it redoes. Null for other keys. */
export function asHistoryKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}

/**
 * What such a key does to the document. Null where it was used up, for a number that is being typed, and in a field of words,
 * which has a history of its own; a field with `data-number` has none.
 */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  const [field] = event.composedPath();
  if (event.defaultPrevented || field instanceof HTMLTextAreaElement) return null;
  const isText = field instanceof HTMLInputElement && field.type === 'text';
  return isText && !('number' in field.dataset) ? null : asHistoryKey(event);
}
