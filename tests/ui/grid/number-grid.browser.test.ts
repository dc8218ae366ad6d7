/** Typing into cells as into a spreadsheet: what the grid tells, and what it shows meanwhile. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/grid/number-grid.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';
import { middleOf, touch } from '../pointer.ts';

async function mountSheet() {
  const grid = { rows: 2, columns: 2, values: [0, 1.23456, -2, 3] };
  const element = await mount('corr2d-number-grid', { grid, name: 'sheet', label: 'Sheet', editable: true });
  // Its script comes by itself, a moment after the numbers.
  await expect.poll(() => element.shadowRoot?.querySelector('[role=status]')).toBeTruthy();
  return {
    element,
    typed: detailsOf(element, 'cell-typed'),
    committed: detailsOf(element, 'cell-committed'),
  };
}

type Sheet = Awaited<ReturnType<typeof mountSheet>>['element'];

function inputAt(element: Sheet, row: number, column: number): HTMLInputElement {
  const input = part(element, `[data-cell="${String(row)},${String(column)}"] input`);
  if (!(input instanceof HTMLInputElement)) throw new Error('not an input');
  return input;
}

test('numbers are rounded, and exact where the focus is', async () => {
  const { element } = await mountSheet();
  expect([inputAt(element, 0, 1).value, inputAt(element, 1, 0).value]).toEqual(['1.23', '−2']);
  await userEvent.click(inputAt(element, 0, 1));
  await expect.poll(() => inputAt(element, 0, 1).value).toBe('1.23456');
});

test('typing replaces what was selected, and each key is told', async () => {
  const { element, typed } = await mountSheet();
  await userEvent.click(inputAt(element, 0, 0));
  await userEvent.keyboard('47');
  expect(typed).toEqual([
    { grid: 'sheet', row: 0, column: 0, text: '4' },
    { grid: 'sheet', row: 0, column: 0, text: '47' },
  ]);
});

test('Enter goes down, arrows go where they point, and one cell is a tab stop', async () => {
  const { element, committed } = await mountSheet();
  await userEvent.click(inputAt(element, 0, 0));
  await userEvent.keyboard('{Enter}');
  expect(focused(element)).toBe(inputAt(element, 1, 0));
  expect(committed).toEqual([{ grid: 'sheet', row: 0, column: 0 }]);
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  expect(focused(element)).toBe(inputAt(element, 0, 1));
  await element.updateComplete;
  const stops = [0, 1].flatMap((row) => [0, 1].map((column) => inputAt(element, row, column).tabIndex));
  expect(stops).toEqual([-1, 0, -1, -1]);
});

test('a faulty text stays when the focus leaves, and goes with its fault', async () => {
  const { element } = await mountSheet();
  await userEvent.click(inputAt(element, 1, 1));
  await userEvent.keyboard('abc');
  element.faults = new Set(['1,1']);
  await userEvent.click(inputAt(element, 0, 0));
  await element.updateComplete;
  expect(inputAt(element, 1, 1).value).toBe('abc');
  expect(inputAt(element, 1, 1).getAttribute('aria-invalid')).toBe('true');
  element.faults = new Set();
  await element.updateComplete;
  expect(inputAt(element, 1, 1).value).toBe('3');
});

test('Escape brings back what stood there, and tells so', async () => {
  const { element, typed } = await mountSheet();
  const reverted = detailsOf(element, 'cell-reverted');
  await userEvent.click(inputAt(element, 1, 1));
  await userEvent.keyboard('9{Escape}');
  await expect.poll(() => inputAt(element, 1, 1).value).toBe('3');
  expect(typed.at(-1)).toEqual({ grid: 'sheet', row: 1, column: 1, text: '3' });
  expect(reverted).toEqual([{ grid: 'sheet', row: 1, column: 1 }]);
});

test('letters of an input method are not told before they are digits', async () => {
  const { element, typed } = await mountSheet();
  const input = inputAt(element, 0, 0);
  await userEvent.click(input);
  const compose = { bubbles: true, composed: true };
  input.value = '１';
  input.dispatchEvent(new InputEvent('input', { ...compose, isComposing: true }));
  expect(typed).toEqual([]);
  input.dispatchEvent(new CompositionEvent('compositionend', compose));
  expect(typed).toEqual([{ grid: 'sheet', row: 0, column: 0, text: '１' }]);
});

test('a grid to read shows its padding as zeros and cannot be typed into', async () => {
  const element = await mount('corr2d-number-grid', {
    grid: { rows: 1, columns: 2, values: [1, -1] },
    ring: [1, 0, 0, 1],
    fill: 'scaled',
    label: 'Response',
  });
  expect(element.shadowRoot?.querySelectorAll('input').length).toBe(0);
  const cells = [...(element.shadowRoot?.querySelectorAll('[role=gridcell]') ?? [])];
  expect(cells.map((cell) => cell.textContent.trim())).toEqual(['0', '0', '0', '1', '−1', '0']);
  const fills = ['0,0', '0,1'].map(
    (key) => getComputedStyle(part(element, `[data-cell="${key}"]`)).backgroundColor,
  );
  expect(new Set(fills).size).toBe(2);
});

test('Delete on a whole number leaves 0, F2 goes to its end', async () => {
  const { element, typed } = await mountSheet();
  await userEvent.click(inputAt(element, 0, 1));
  await expect.poll(() => inputAt(element, 0, 1).selectionEnd).toBe('1.23456'.length);
  await userEvent.keyboard('{F2}');
  expect(inputAt(element, 0, 1).selectionStart).toBe('1.23456'.length);
  await userEvent.keyboard('{Backspace}');
  expect(typed).toEqual([{ grid: 'sheet', row: 0, column: 1, text: '1.2345' }]);
  inputAt(element, 0, 1).select();
  await userEvent.keyboard('{Delete}');
  expect(typed.at(-1)).toEqual({ grid: 'sheet', row: 0, column: 1, text: '0' });
});

test('a block of numbers is told from its cell on, one number is typed', async () => {
  const { element, typed } = await mountSheet();
  const pasted = detailsOf(element, 'block-pasted');
  const paste = (text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    return inputAt(element, 1, 0).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
    );
  };
  await userEvent.click(inputAt(element, 1, 0));
  expect(paste('1\t2\n3\t4')).toBe(false);
  expect(pasted).toEqual([{ grid: 'sheet', row: 1, column: 0, text: '1\t2\n3\t4', clears: false }]);
  // Left to the browser.
  expect(paste(' 5 ')).toBe(true);
  expect(typed).toEqual([]);
});

test('a finger drags a number sideways; up and down it scrolls the page', async () => {
  const { element, typed } = await mountSheet();
  const { x, y } = middleOf(inputAt(element, 1, 1));
  await touch('touchStart', [{ x, y, id: 1 }]);
  for (const moved of [20, 24, 40]) await touch('touchMove', [{ x: x - moved, y, id: 1 }]);
  await touch('touchEnd', []);
  await expect.poll(() => typed.length).toBeGreaterThan(0);
  const { text } = typed.at(-1) as { text: string };
  expect(Number(text)).toBeLessThan(3);
  const before = typed.length;
  await touch('touchStart', [{ x, y, id: 1 }]);
  for (const moved of [20, 40]) await touch('touchMove', [{ x, y: y - moved, id: 1 }]);
  await touch('touchEnd', []);
  expect(typed).toHaveLength(before);
});
