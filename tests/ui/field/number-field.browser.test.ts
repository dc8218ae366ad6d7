/** A field between what is typed and what it is given. */
import { expect, test } from 'vitest';
import '../../../src/ui/field/number-field.ts';
import { detailsOf, mount, part } from '../mount.ts';

async function mountField() {
  const element = await mount('corr2d-number-field', { label: 'Rows', value: 1 });
  const input = part(element, 'input');
  if (!(input instanceof HTMLInputElement)) throw new Error('not an input');
  const type = (text: string): void => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  return { element, input, type, entered: detailsOf(element, 'field-entered') };
}

/** Until the field has looked at what became of an entered text. */
async function settle(element: { readonly updateComplete: Promise<boolean> }): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await element.updateComplete;
}

test('an entered text is told, and gives way to the value', async () => {
  const { element, input, type, entered } = await mountField();
  type('2.0');
  input.dispatchEvent(new Event('change'));
  expect(entered).toEqual(['2.0']);
  element.value = 2;
  await settle(element);
  expect(input.value).toBe('2');
});

test('what is typed right after an entered text stays', async () => {
  const { element, input, type } = await mountField();
  type('2');
  input.dispatchEvent(new Event('change'));
  type('99');
  element.value = 2;
  await settle(element);
  expect(input.value).toBe('99');
});

test('a refused text stays with its fault', async () => {
  const { element, input, type } = await mountField();
  type('many');
  input.dispatchEvent(new Event('change'));
  element.fault = 'not a number';
  await settle(element);
  expect(input.value).toBe('many');
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('undo takes back what is typed and not entered; else the key is the page’s', async () => {
  const { element, input, type, entered } = await mountField();
  const undo = (): boolean => {
    const init = { key: 'z', ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    return !input.dispatchEvent(new KeyboardEvent('keydown', init));
  };
  expect(undo()).toBe(false);
  type('12');
  expect(undo()).toBe(true);
  await settle(element);
  expect([input.value, entered]).toEqual(['1', []]);
  const native = new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true });
  expect(input.dispatchEvent(native)).toBe(false);
});
