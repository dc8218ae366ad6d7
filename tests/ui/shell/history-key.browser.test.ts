/** The keys that people know for undo and redo, on every system. */
import { expect, test } from 'vitest';
import { historyKey } from '../../../src/ui/shell/history-key.ts';

function press(init: KeyboardEventInit, target: EventTarget = document.body): 'undo' | 'redo' | null {
  let heard: 'undo' | 'redo' | null = null;
  const listen = (event: Event): void => {
    if (event instanceof KeyboardEvent) heard = historyKey(event);
  };
  addEventListener('keydown', listen);
  target.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true }));
  removeEventListener('keydown', listen);
  return heard;
}

test.each([
  [{ key: 'z', ctrlKey: true }, 'undo'],
  [{ key: 'z', metaKey: true }, 'undo'],
  [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
  [{ key: 'Z', metaKey: true, shiftKey: true }, 'redo'],
  [{ key: 'y', ctrlKey: true }, 'redo'],
  [{ key: 'y', metaKey: true }, null],
  [{ key: 'z' }, null],
  [{ key: 'z', ctrlKey: true, altKey: true }, null],
  [{ key: 'x', ctrlKey: true }, null],
] as const)('%j: %s', (key, expected) => {
  expect(press(key)).toBe(expected);
});

test('a number that is typed has no history of its own, unless it took the key itself', () => {
  const field = document.createElement('input');
  field.dataset.number = '';
  document.body.append(field);
  expect(press({ key: 'z', ctrlKey: true }, field)).toBe('undo');
  expect(press({ key: 'y', ctrlKey: true }, field)).toBe('redo');
  field.addEventListener('keydown', (event) => {
    event.preventDefault();
  });
  expect(press({ key: 'z', ctrlKey: true, cancelable: true }, field)).toBeNull();
  field.remove();
});

test.each([
  ['text', null],
  ['range', 'undo'],
  ['checkbox', 'undo'],
] as const)('in a field of type %s: %s', (type, expected) => {
  const field = document.createElement('input');
  field.type = type;
  document.body.append(field);
  expect(press({ key: 'z', ctrlKey: true }, field)).toBe(expected);
  field.remove();
});
