/** An image of any numbers, with padding around it, is drawn on as a picture. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/grid/paint-grid.ts';
import '../../../src/ui/picture/paint-tools.ts';
import { DEFAULT_SETTINGS } from '../../../src/ui/grid/paint-settings.ts';
import { detailsOf, mount, part } from '../mount.ts';
import { middleOf, mouse } from '../pointer.ts';

const NUMBERS = { rows: 2, columns: 3, values: [-2, 0, 1, 3, 6, 0.125] };

/** One row of padding above and two columns to the left. */
async function mountNumbers() {
  const element = await mount('corr2d-paint-grid', {
    grid: NUMBERS,
    ring: [1, 2, 0, 0],
    name: 'numbers',
    settings: { ...DEFAULT_SETTINGS, value: 7 },
  });
  const at = (row: number, column: number) => part(element, `[data-cell="${String(row)},${String(column)}"]`);
  return { element, at, painted: detailsOf(element, 'cells-painted') };
}

const grey = (cell: HTMLElement) => Number(/\d+/.exec(getComputedStyle(cell).backgroundColor)?.[0]);

test('the least value is black, the greatest white, the others between, and all are written', async () => {
  const { at } = await mountNumbers();
  const cells = [at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2)];
  // 28 is the ink and 255 the paper of every picture: -2 is 0/8 of the way from one to the other, 0 is 2/8, and so on.
  expect(cells.map(grey)).toEqual([28, 85, 113, 170, 255, 88]);
  expect(cells.map((cell) => cell.textContent.trim())).toEqual(['−2', '0', '1', '3', '6', '0.13']);
  expect(at(1, 2).getAttribute('aria-label')).toContain('0.125');
});

test('a stroke from a cell into the padding paints the cells it was on, and none begins in the padding', async () => {
  const { at, painted } = await mountNumbers();
  await mouse('mousePressed', middleOf(at(-1, -2)), 'pen');
  await mouse('mouseMoved', middleOf(at(1, 0)), 'pen');
  await mouse('mouseReleased', middleOf(at(1, 0)), 'pen');
  expect(painted).toEqual([]);
  await mouse('mousePressed', middleOf(at(0, 0)), 'pen');
  await mouse('mouseMoved', middleOf(at(0, -2)), 'pen');
  await mouse('mouseMoved', middleOf(at(1, 1)), 'pen');
  await mouse('mouseReleased', middleOf(at(1, 1)), 'pen');
  await expect
    .poll(() => painted)
    .toEqual([
      { grid: 'numbers', cells: [[0, 0]], value: 7 },
      // From two columns left of the image to (1, 1): the line's cells inside.
      {
        grid: 'numbers',
        cells: [
          [1, 0],
          [1, 1],
        ],
        value: 7,
      },
    ]);
});

test('while a stroke is drawn, the cell under it is pointed at', async () => {
  const { element, at } = await mountNumbers();
  const pointed = detailsOf(element, 'cell-pointed');
  await mouse('mousePressed', middleOf(at(0, 0)), 'pen');
  await mouse('mouseMoved', middleOf(at(1, 1)), 'pen');
  await expect.poll(() => pointed.at(-1)).toEqual({ grid: 'numbers', row: 1, column: 1 });
  await mouse('mouseReleased', middleOf(at(1, 1)), 'pen');
});

test('the brush takes any number where the image does, and tells the text as it was typed', async () => {
  const element = await mount('corr2d-paint-tools', { anyValue: true });
  const entered = detailsOf(element, 'brush-value-entered');
  element.addEventListener('settings-chosen', ({ detail }) => {
    element.settings = detail;
  });
  await userEvent.selectOptions(part(element, 'select[data-field=value]'), 'typed');
  await element.updateComplete;
  const field = part(element, 'corr2d-number-field');
  await userEvent.fill(part(field, 'input'), '--7');
  await userEvent.keyboard('{Enter}');
  expect(entered).toEqual(['--7']);
  element.valueFault = 'not a number';
  await element.updateComplete;
  expect(part(field, '.fault').textContent).toBe('not a number');
});

test('grey levels are all that a picture’s brush has', async () => {
  const element = await mount('corr2d-paint-tools', {});
  const levels = [...part(element, 'select[data-field=value]').children].map((option) =>
    option.getAttribute('value'),
  );
  expect(levels).toEqual(['invert', '0', '0.25', '0.5', '0.75', '1']);
});
