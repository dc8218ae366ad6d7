/** A refused text gives way to whatever else puts a value in its place: undo, a button, another size. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { enter, fieldOf } from './fields.ts';
import { cellOf, expectGrid, gridOf, typeInto } from './grids.ts';
import { CHINESE_WALK, useVisits } from './visits.ts';

const alertCount = (page: Page) => page.getByRole('alert').filter({ visible: true }).count();

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  test('a kernel button replaces a refused cell', async () => {
    const { page, words } = await visits.open({ flags: 'scene=edges' });
    await typeInto(gridOf(page, words.kernel), 0, 0, 'abc');
    await expect.poll(() => alertCount(page)).toBe(1);
    await page.locator('[data-edit=transpose-kernel]').click();
    await expectGrid(gridOf(page, words.kernel), [[1], [-1]]);
    await expect.poll(() => alertCount(page)).toBe(0);
  });

  test('a smaller image takes the messages of its cells along', async () => {
    const { page, words } = await visits.open();
    await typeInto(gridOf(page, words.image), 2, 2, 'abc');
    await expect.poll(() => alertCount(page)).toBe(1);
    await enter(fieldOf(page, words.imageSize, words.rows), '2');
    await expect.poll(() => alertCount(page)).toBe(0);
    await enter(fieldOf(page, words.imageSize, words.rows), '3');
    // Row 3 went away and came back empty: no text of before is left in it.
    expect(await cellOf(gridOf(page, words.image), 2, 2).getByRole('textbox').inputValue()).toBe('0');
  });

  test('undo replaces a refused field', async () => {
    const { page, words } = await visits.open();
    const stride = fieldOf(page, words.stride, words.down);
    await enter(stride, '2');
    await enter(stride, '99');
    await expect.poll(() => alertCount(page)).toBe(1);
    await page.getByRole('button', { name: words.undo }).click();
    await expect.poll(() => stride.inputValue()).toBe('1');
    await expect.poll(() => alertCount(page)).toBe(0);
  });

  test('a refused cell stays while another is edited', async () => {
    const { page, words } = await visits.open();
    await typeInto(gridOf(page, words.image), 0, 0, 'abc');
    await typeInto(gridOf(page, words.image), 0, 1, '5');
    await expect.poll(() => alertCount(page)).toBe(1);
    expect(await cellOf(gridOf(page, words.image), 0, 0).getByRole('textbox').inputValue()).toBe('abc');
  });
});
