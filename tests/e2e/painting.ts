/** Strokes on a painted image: by mouse, by finger and by key. */
import type { Locator, Page } from 'playwright';
import { cellOf } from './grids.ts';

export type Place = readonly [row: number, column: number];

/** A quick stroke through the centres of these cells; nothing is reported between them. */
export async function dragMouse(page: Page, grid: Locator, places: readonly Place[]): Promise<void> {
  const points = await centres(grid, places);
  for (const [index, { x, y }] of points.entries()) {
    await page.mouse.move(x, y);
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** The same with a finger, as the browser gets it from a touch screen. */
export async function dragFinger(page: Page, grid: Locator, places: readonly Place[]): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  const points = await centres(grid, places);
  for (const [index, point] of points.entries()) {
    await screen.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [point],
    });
  }
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

export async function tapFinger(page: Page, grid: Locator, place: Place): Promise<void> {
  const [point] = await centres(grid, [place]);
  if (point) await page.touchscreen.tap(point.x, point.y);
}

/** The middles of cells in the window's pixels, with the grid scrolled into view. */
async function centres(grid: Locator, places: readonly Place[]): Promise<{ x: number; y: number }[]> {
  await grid.scrollIntoViewIfNeeded();
  return Promise.all(places.map(([row, column]) => centre(cellOf(grid, row, column))));
}

async function centre(cell: Locator): Promise<{ x: number; y: number }> {
  const box = await cell.boundingBox();
  if (!box) throw new Error('the cell is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
