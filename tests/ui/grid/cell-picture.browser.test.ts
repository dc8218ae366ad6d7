/** Large grids: one picture shows the fills of all cells, which stay to be pointed at, focused and read. */
import { expect, test } from 'vitest';
import '../../../src/ui/grid/number-grid.ts';
import '../../../src/ui/grid/paint-grid.ts';
import { mount, part } from '../mount.ts';
import { middleOf, mouse } from '../pointer.ts';

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

test.each(['corr2d-number-grid', 'corr2d-paint-grid'] as const)(
  '%s lays marks over the cells, which stay as they are',
  async (tag) => {
    const element = await mount(tag, { grid, fill: 'picture', ring: [1, 2, 1, 2], label: 'Marked' });
    await expect.poll(() => pixelAt(element, 2, 3)).toEqual(INK);
    const cell = part(element, '[data-cell="7,9"]');
    const { className } = cell;
    element.marks = new Map([
      ['7,9', 'current'],
      ['-1,-2', 'feeds'],
    ]);
    await element.updateComplete;
    expect(cell.className).toBe(className);
    for (const [mark, place] of [
      ['current', '7,9'],
      ['feeds', '-1,-2'],
    ] as const) {
      const over = part(element, `.over.${mark}`);
      expect(over.getBoundingClientRect()).toEqual(
        part(element, `[data-cell="${place}"]`).getBoundingClientRect(),
      );
      expect(getComputedStyle(over, '::after').content).toBe('""');
      expect(getComputedStyle(over).backgroundColor).toBe('rgba(0, 0, 0, 0)');
    }
    element.marks = new Map();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.over')).toBeNull();
  },
);

test('during a stroke no mark lies over a large picture; after it they are there again', async () => {
  const element = await mount('corr2d-paint-grid', { grid, label: 'Painted' });
  element.marks = new Map([['7,9', 'current']]);
  await element.updateComplete;
  const marks = () => element.shadowRoot?.querySelectorAll('.over').length;
  const place = middleOf(part(element, '[data-cell="2,3"]'));
  expect(marks()).toBe(1);
  await mouse('mousePressed', place);
  await expect.poll(marks).toBe(0);
  await mouse('mouseReleased', place);
  await expect.poll(marks).toBe(1);
});

test('while a large response changes fast its picture follows at once, and its texts when it rests', async () => {
  const element = await mount('corr2d-number-grid', { grid, fill: 'picture', label: 'Response' });
  await expect.poll(() => pixelAt(element, 2, 3)).toEqual(INK);
  const label = (): string | null => part(element, '[data-cell="0,0"]').getAttribute('aria-label');
  for (const value of [0, 1, 0] as const) {
    element.grid = { ...grid, values: values.with(0, value) };
    await element.updateComplete;
  }
  await expect.poll(() => pixelAt(element, 0, 0)).toEqual(INK);
  await expect.poll(label).toBe('row 1, column 1: 0');
});
