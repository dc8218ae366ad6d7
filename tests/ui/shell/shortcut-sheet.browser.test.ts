/** The sheet of keys opens by its key and its button, and never while somebody types. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/shell/shortcut-sheet.ts';
import { mount, part } from '../mount.ts';

async function mountSheet() {
  const element = await mount('corr2d-shortcut-sheet', {});
  const dialog = part(element, 'dialog');
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('no dialog');
  return { element, dialog };
}

test('? opens it, Escape closes it, and the focus goes back', async () => {
  const { element, dialog } = await mountSheet();
  const button = part(element, 'button');
  button.focus();
  await userEvent.keyboard('?');
  expect(dialog.open).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog.open).toBe(false);
  expect(element.shadowRoot?.activeElement).toBe(button);
});

test('its button opens it, and names every drawing tool with its letter', async () => {
  const { element, dialog } = await mountSheet();
  await userEvent.click(part(element, 'button'));
  expect(dialog.open).toBe(true);
  const letters = () => [...dialog.querySelectorAll('dt')].map((key) => key.textContent);
  await expect.poll(letters).toEqual(expect.arrayContaining(['P', 'E', 'L', 'R', 'O', 'F', 'T', 'S']));
});

test('a question mark that is typed is a question mark', async () => {
  const { dialog } = await mountSheet();
  const input = document.createElement('input');
  document.body.append(input);
  input.focus();
  await userEvent.keyboard('?');
  expect(dialog.open).toBe(false);
  expect(input.value).toBe('?');
  input.remove();
});
