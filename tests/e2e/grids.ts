/** Reads and edits the page's grids of numbers, by their accessible names. */
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** The first grid of this name, on a page or in a part of it. */
export function gridOf(page: Pick<Page, 'getByRole'>, name: string): Locator {
  return page.getByRole('grid', { name, exact: true }).first();
}

/** Cell by row and column, counted from 0. */
export function cellOf(grid: Locator, row: number, column: number): Locator {
  return grid.getByRole('row').nth(row).getByRole('gridcell').nth(column);
}

/** The text of every cell; null while the grid is being computed. */
export function textsOf(grid: Locator): Promise<string[][] | null> {
  return grid.evaluate((table) => {
    if (table.getAttribute('aria-busy') === 'true') return null;
    const textOf = (cell: Element) => cell.querySelector('input')?.value ?? cell.textContent.trim();
    return [...table.querySelectorAll('[role=row]')].map((row) =>
      [...row.querySelectorAll('[role=gridcell]')].map(textOf),
    );
  });
}

/** Waits until the grid shows these numbers. */
export async function expectGrid(grid: Locator, numbers: readonly (readonly number[])[]): Promise<void> {
  await expect.poll(async () => numbersOf(await textsOf(grid)), { timeout: 10_000 }).toEqual(numbers);
}

/** The places, as `row,column`, of the cells that stand out by this mark. */
export function marked(grid: Locator, mark: string): Promise<string[]> {
  return grid.evaluate(
    (table, name) =>
      [...table.querySelectorAll<HTMLElement>(`[role=gridcell].${name}`)].map(
        (cell) => cell.dataset.cell ?? '',
      ),
    mark,
  );
}

/** Types into a cell as a person does: click, then keys over what was selected. */
export async function typeInto(grid: Locator, row: number, column: number, text: string): Promise<void> {
  const input = cellOf(grid, row, column).getByRole('textbox');
  await input.click();
  await input.fill(text);
}

function numbersOf(texts: string[][] | null): number[][] | null {
  return texts?.map((row) => row.map((text) => (text === '' ? NaN : Number(text.replace('−', '-'))))) ?? null;
}

/** A table of equal rows. */
export function equalRows(count: number, row: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: count }, () => row);
}
