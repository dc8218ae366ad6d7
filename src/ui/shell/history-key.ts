/** The keys of undo and redo. */

/**
 * Ctrl or ⌘ with Z undoes; with Shift, or as Ctrl+Y, it redoes. Null for other keys, and inside a text field, where
 * they keep their own meaning.
 */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const [field] = event.composedPath();
  if (field instanceof HTMLTextAreaElement) return null;
  if (field instanceof HTMLInputElement && field.type === 'text') return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}
