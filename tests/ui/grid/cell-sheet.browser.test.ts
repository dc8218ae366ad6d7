/** A grid as a spreadsheet: numbers dragged by mouse and pen, ranges, the clipboard, Tab while one types, undo of a draft. */
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { historyKey } from '../../../src/ui/shell/history-key.ts';
import '../../../src/ui/grid/number-grid.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';
import { middleOf, mouse } from '../pointer.ts';

const GRID = { rows: 2, columns: 3, values: [0, 1.23456, -2, 3, 4, 5] };

/** With an owner that takes what is typed, as a scene does. */
async function mountSheet() {
  const element = await mount('corr2d-number-grid', {
    grid: GRID,
    name: 'sheet',
    label: 'Sheet',
    editable: true,
  });
  const typed = detailsOf(element, 'cell-typed');
  element.addEventListener('cell-typed', ({ detail: { row, column, text } }) => {
    const values = element.grid.values.with(row * 3 + column, Number(text));
    element.grid = { ...GRID, values };
  });
  const table = part(element, '[role=grid]');
  await expect.poll(() => table.getAttribute('aria-multiselectable')).toBe('true');
  const at = (row: number, column: number): HTMLInputElement => {
    const input = part(element, `[data-cell="${String(row)},${String(column)}"] input`);
    if (!(input instanceof HTMLInputElement)) throw new Error('not an input');
    return input;
  };
  const selected = () =>
    [...table.querySelectorAll<HTMLElement>('[aria-selected=true]')].map((cell) => cell.dataset.cell);
  return {
    element,
    at,
    typed,
    selected,
    committed: detailsOf(element, 'cell-committed'),
    pasted: detailsOf(element, 'block-pasted'),
  };
}

type Sheet = Awaited<ReturnType<typeof mountSheet>>;

function clip(input: HTMLInputElement, kind: 'copy' | 'cut' | 'paste', text = ''): string {
  const clipboardData = new DataTransfer();
  if (text) clipboardData.setData('text/plain', text);
  const init = { clipboardData, bubbles: true, composed: true, cancelable: true };
  const isTaken = !input.dispatchEvent(new ClipboardEvent(kind, init));
  return isTaken ? clipboardData.getData('text/plain') : '(left to the browser)';
}

const isAllSelected = (input: HTMLInputElement) =>
  input.selectionStart === 0 && input.selectionEnd === input.value.length;

let drags = 0;
let cancels = 0;
beforeEach(() => {
  drags = 0;
  cancels = 0;
});

/** Sideways by so many pixels over the middle of a cell. */
async function drag({ element, at }: Sheet, place: [number, number], kind: 'mouse' | 'pen'): Promise<void> {
  element.addEventListener('dragstart', ({ defaultPrevented }) => {
    if (!defaultPrevented) drags += 1;
  });
  element.addEventListener('pointercancel', () => (cancels += 1));
  const { x, y } = middleOf(at(...place));
  await mouse('mousePressed', { x, y }, kind);
  for (const moved of [4, 7, 17, 27]) await mouse('mouseMoved', { x: x + moved, y }, kind);
  await mouse('mouseReleased', { x: x + 27, y }, kind);
}

test.each(['mouse', 'pen'] as const)(
  'a %s drags a number sideways, and nothing else changes',
  async (kind) => {
    const sheet = await mountSheet();
    await drag(sheet, [1, 1], kind);
    // 20 pixels past the threshold, four a step: five tenths.
    await expect.poll(() => sheet.element.grid.values).toEqual([0, 1.23456, -2, 3, 4.5, 5]);
    expect(sheet.committed).toEqual([{ grid: 'sheet', row: 1, column: 1 }]);
    expect([drags, cancels]).toEqual([0, 0]);
  },
);

test('so does a mouse on the cell that has the focus, with its text selected', async () => {
  const sheet = await mountSheet();
  const input = sheet.at(1, 1);
  await userEvent.click(input);
  await expect.poll(() => isAllSelected(input)).toBe(true);
  await drag(sheet, [1, 1], 'mouse');
  await expect.poll(() => sheet.element.grid.values).toEqual([0, 1.23456, -2, 3, 4.5, 5]);
  expect([drags, cancels]).toEqual([0, 0]);
  expect(focused(sheet.element)).toBe(input);
  await expect.poll(() => isAllSelected(input)).toBe(true);
  await userEvent.keyboard('7');
  expect(sheet.typed.at(-1)).toMatchObject({ row: 1, column: 1, text: '7' });
});

test.each([false, true])(
  'with Shift it goes by hundredths, where the focus was there: %s',
  async (wasFocused) => {
    const sheet = await mountSheet();
    if (wasFocused) await userEvent.click(sheet.at(1, 0));
    await userEvent.keyboard('{Shift>}');
    const { x, y } = middleOf(sheet.at(1, 0));
    const table = part(sheet.element, '[role=grid]');
    // The debugger's mouse knows no Shift.
    table.addEventListener(
      'pointermove',
      (event) => Object.defineProperty(event, 'shiftKey', { value: true }),
      {
        capture: true,
      },
    );
    await mouse('mousePressed', { x, y });
    for (const moved of [7, 8, 18, 28]) await mouse('mouseMoved', { x: x + moved, y });
    await mouse('mouseReleased', { x: x + 28, y });
    await userEvent.keyboard('{/Shift}');
    await expect.poll(() => sheet.element.grid.values).toEqual([0, 1.23456, -2, 3.05, 4, 5]);
    expect(sheet.selected()).toEqual([]);
  },
);

test('a click on the cell that has the focus selects its number again; F2 and a double click go into it', async () => {
  const { element, at, typed } = await mountSheet();
  const input = at(0, 1);
  await userEvent.click(input);
  await userEvent.click(input);
  await expect.poll(() => isAllSelected(input)).toBe(true);
  await userEvent.keyboard('9{Enter}');
  expect(typed.at(-1)).toMatchObject({ text: '9' });
  await userEvent.dblClick(at(1, 2));
  await expect.poll(() => at(1, 2).selectionStart).toBe(1);
  await userEvent.keyboard('5');
  expect(typed.at(-1)).toMatchObject({ row: 1, column: 2, text: '55' });
  // The caret is in the text: the arrow moves it.
  await userEvent.keyboard('{ArrowLeft}1');
  expect(typed.at(-1)).toMatchObject({ text: '515' });
  expect(focused(element)).toBe(at(1, 2));
});

test('no text is dropped into a cell', async () => {
  const { at } = await mountSheet();
  for (const kind of ['dragover', 'drop']) {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', '77');
    const init = { dataTransfer, bubbles: true, composed: true, cancelable: true };
    expect(at(0, 0).dispatchEvent(new DragEvent(kind, init))).toBe(false);
  }
});

test('Shift with arrows and with a click selects a range, and moving on gives it up', async () => {
  const { element, at, selected } = await mountSheet();
  await userEvent.click(at(0, 1));
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
  await element.updateComplete;
  expect(selected()).toEqual(['0,1', '0,2', '1,1', '1,2']);
  expect(part(element, '[role=status]').textContent).toBe('2 × 2 cells selected');
  expect(focused(element)).toBe(at(0, 1));
  await userEvent.keyboard('{ArrowLeft}');
  expect(selected()).toEqual([]);
  await userEvent.keyboard('{Shift>}');
  await userEvent.click(at(1, 1), { modifiers: ['Shift'] });
  await userEvent.keyboard('{/Shift}');
  expect(selected()).toEqual(['0,0', '0,1', '1,0', '1,1']);
  expect(focused(element)).toBe(at(0, 0));
});

test('a range is copied and cut with tabs, exactly, and Delete empties it', async () => {
  const { element, at, pasted, selected } = await mountSheet();
  await userEvent.click(at(0, 1));
  expect(clip(at(0, 1), 'copy')).toBe('1.23456');
  await userEvent.keyboard('{Control>}a{/Control}');
  await element.updateComplete;
  expect(selected()).toHaveLength(6);
  expect(clip(at(0, 1), 'copy')).toBe('0\t1.23456\t-2\n3\t4\t5');
  expect(pasted).toEqual([]);
  expect(clip(at(0, 1), 'cut')).toBe('0\t1.23456\t-2\n3\t4\t5');
  const emptied = { grid: 'sheet', row: 0, column: 0, text: '0\t0\t0\n0\t0\t0', clears: true };
  expect(pasted).toEqual([emptied]);
  await userEvent.keyboard('{Delete}');
  expect(pasted).toEqual([emptied, emptied]);
});

test('a block is pasted at the first cell of a range, one number into all of it', async () => {
  const { at, pasted } = await mountSheet();
  await userEvent.click(at(1, 2));
  await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowLeft}{/Shift}');
  clip(at(1, 2), 'paste', '8\t9');
  expect(pasted.at(-1)).toEqual({ grid: 'sheet', row: 0, column: 1, text: '8\t9', clears: false });
  clip(at(1, 2), 'paste', ' 1/3 ');
  expect(pasted.at(-1)).toMatchObject({ row: 0, column: 1, text: '1/3\t1/3\n1/3\t1/3' });
});

test('text that is being typed is copied as text', async () => {
  const { at } = await mountSheet();
  await userEvent.click(at(0, 0));
  await userEvent.keyboard('12');
  expect(clip(at(0, 0), 'copy')).toBe('(left to the browser)');
});

test('Tab goes on inside the grid while one types, and else leaves it', async () => {
  const { element, at } = await mountSheet();
  await userEvent.click(at(0, 1));
  await userEvent.keyboard('7{Tab}');
  expect(focused(element)).toBe(at(0, 2));
  await userEvent.keyboard('8{Tab}');
  expect(focused(element)).toBe(at(1, 0));
  await userEvent.keyboard('9{Shift>}{Tab}{/Shift}');
  expect(focused(element)).toBe(at(0, 2));
  expect(element.grid.values).toEqual([0, 7, 8, 9, 4, 5]);
  await userEvent.keyboard('{Tab}');
  expect(focused(element)).toBeNull();
  await userEvent.click(at(1, 2));
  await userEvent.keyboard('1{Tab}');
  expect(focused(element)).toBeNull();
});

test('a cell that is left empty is 0, without a message', async () => {
  const { element, at, typed } = await mountSheet();
  await userEvent.click(at(1, 1));
  await userEvent.keyboard('{F2}{Backspace}');
  expect(at(1, 1).value).toBe('');
  expect(typed).toEqual([{ grid: 'sheet', row: 1, column: 1, text: '0' }]);
  await userEvent.keyboard('{Enter}{ArrowUp}');
  await element.updateComplete;
  expect(at(1, 1).value).toBe('0');
});

test('undo first takes back what is being typed; then it is the page’s', async () => {
  const { element, at, typed } = await mountSheet();
  const asked: (string | null)[] = [];
  element.addEventListener('keydown', (event) => asked.push(historyKey(event)));
  await userEvent.click(at(1, 0));
  await userEvent.keyboard('42{Control>}z{/Control}');
  expect(typed.at(-1)).toEqual({ grid: 'sheet', row: 1, column: 0, text: '3' });
  expect(asked.filter(Boolean)).toEqual([]);
  await userEvent.keyboard('{Control>}z{/Control}{Control>}{Shift>}z{/Shift}{/Control}');
  expect(asked.filter(Boolean)).toEqual(['undo', 'redo']);
  // What the page puts there is what the cell shows, selected, and not what was typed into it before.
  element.grid = GRID;
  await element.updateComplete;
  element.grid = { ...GRID, values: GRID.values.with(3, 6) };
  await expect.poll(() => at(1, 0).value).toBe('6');
  await expect.poll(() => isAllSelected(at(1, 0))).toBe(true);
});

test('the browser’s own history of a cell does nothing', async () => {
  const { at } = await mountSheet();
  for (const inputType of ['historyUndo', 'historyRedo']) {
    const event = new InputEvent('beforeinput', {
      inputType,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    expect(at(0, 0).dispatchEvent(event)).toBe(false);
  }
});
