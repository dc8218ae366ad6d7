/** Large grids: one picture shows the fills of all cells, which stay to be pointed at, focused and read. */
import { expect, test } from 'vitest';
import '../../../src/ui/grid/number-grid.ts';
import '../../../src/ui/grid/paint-grid.ts';
import { mount, part } from '../mount.ts';

const SIDE = 48;
const INK = [28, 28, 28, 255];
const WHITE = [255, 255, 255, 255];

/** White, but for ink at row 2, column 3. */
const values = Array.from({ length: SIDE * SIDE }, (_, index) => (index === 2 * SIDE + 3 ? 0 : 1));
const grid = { rows: SIDE, columns: SIDE, values };

function pixelAt(element: Element, row: number, column: number): readonly number[] {
  const picture = element.shadowRoot?.querySelector('corr2d-cell-picture');
  const context = picture?.shadowRoot?.querySelector('canvas')?.getContext('2d');
  return [...(context?.getImageData(column, row, 1, 1).data ?? [])];
}

test.each(['corr2d-number-grid', 'corr2d-paint-grid'] as const)('%s paints a pixel a cell', async (tag) => {
  const element = await mount(tag, { grid, fill: 'picture', label: 'Large' });
  await expect.poll(() => pixelAt(element, 2, 3)).toEqual(INK);
  expect(pixelAt(element, 3, 2)).toEqual(WHITE);
  const cell = part(element, '[data-cell="2,3"]');
  expect(getComputedStyle(cell).backgroundColor).toBe('rgba(0, 0, 0, 0)');
  expect(cell.getAttribute('aria-label')).toMatch(/row 3, column 4: 0|black/);

  element.grid = { ...grid, values: values.with(0, 0) };
  await element.updateComplete;
  await expect.poll(() => pixelAt(element, 0, 0)).toEqual(INK);
});

test('the picture lies under the cells, inside the padding', async () => {
  const element = await mount('corr2d-paint-grid', { grid, ring: [1, 2, 1, 2], label: 'Padded' });
  await expect.poll(() => pixelAt(element, 2, 3)).toEqual(INK);
  const canvas = element.shadowRoot
    ?.querySelector('corr2d-cell-picture')
    ?.shadowRoot?.querySelector('canvas');
  const first = part(element, '[data-cell="0,0"]').getBoundingClientRect();
  const last = part(element, `[data-cell="${String(SIDE - 1)},${String(SIDE - 1)}"]`).getBoundingClientRect();
  const box = canvas?.getBoundingClientRect();
  expect(box).toMatchObject({ left: first.left, top: first.top, right: last.right, bottom: last.bottom });
});

test('a marked cell changes neither the size nor the place of the others', async () => {
  const element = await mount('corr2d-number-grid', { grid, fill: 'picture', label: 'Marked' });
  const boxOf = (): DOMRect => part(element, '[data-cell="40,40"]').getBoundingClientRect();
  const before = boxOf();
  element.marks = new Map([['39,40', 'current']]);
  await element.updateComplete;
  expect(boxOf()).toEqual(before);
});
