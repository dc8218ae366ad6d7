/** Keys in a cell that is typed into. */

/** Whether a key moves on to another cell instead of moving the caret, or the selection, inside the text. */
export function leavesText(event: KeyboardEvent, input: HTMLInputElement): boolean {
  if (event.key === 'Enter') return true;
  if (event.shiftKey) return false;
  const { selectionStart, selectionEnd, value } = input;
  const all = selectionStart === 0 && selectionEnd === value.length;
  if (event.key === 'ArrowLeft') return all || selectionEnd === 0;
  if (event.key === 'ArrowRight') return all || selectionStart === value.length;
  return event.key === 'ArrowUp' || event.key === 'ArrowDown';
}
