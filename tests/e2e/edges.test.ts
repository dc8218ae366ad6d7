/** Scene 2, as a person walks it: the article's table, then strokes by mouse, finger and key, and other kernels. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { cellOf, equalRows, expectGrid, gridOf } from './grids.ts';
import { dragFinger, dragMouse, tapFinger, type Place } from './painting.ts';
import { GPU_WALK, TWO_WALKS, useVisits } from './visits.ts';
import type { Words } from './words.ts';

const IMAGE_ROW = [1, 1, 0, 0, 0, 0, 1, 1];
/** The article's table has six of these. */
const RESPONSE_ROW = [0, 1, 0, 0, 0, -1, 0];

/** What a stroke down the third column leaves: the white begins to end one pixel further right. */
const WIDENED_ROW = [1, 1, 1, 0, 0, 0, 1, 1];
const WIDENED_RESPONSE_ROW = [0, 0, 1, 0, 0, -1, 0];
const DOWN_THE_THIRD_COLUMN: readonly Place[] = [
  [0, 2],
  [5, 2],
];

const imageOf = (page: Page, words: Words) => gridOf(page, words.paintedImage);
const responseOf = (page: Page, words: Words) => gridOf(page, words.response);
const undo = (page: Page, words: Words) => page.getByRole('button', { name: words.undo }).click();

async function expectExample(page: Page, words: Words): Promise<void> {
  await expectGrid(imageOf(page, words), equalRows(6, IMAGE_ROW));
  await expectGrid(responseOf(page, words), equalRows(6, RESPONSE_ROW));
}

async function expectWidened(page: Page, words: Words): Promise<void> {
  await expectGrid(imageOf(page, words), equalRows(6, WIDENED_ROW));
  await expectGrid(responseOf(page, words), equalRows(6, WIDENED_RESPONSE_ROW));
}

describe.each(TWO_WALKS)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);
  const open = () => visits.open({ flags: 'scene=edges' });

  test('the start is the article’s table, and the transposed image has no edge for this kernel', async () => {
    const { page, words } = await open();
    await expectExample(page, words);
    await expectGrid(gridOf(page, words.kernel), [[1, -1]]);
    await expectGrid(gridOf(page, words.transposedImage), [
      ...equalRows(2, [1, 1, 1, 1, 1, 1]),
      ...equalRows(4, [0, 0, 0, 0, 0, 0]),
      ...equalRows(2, [1, 1, 1, 1, 1, 1]),
    ]);
    await expectGrid(gridOf(page, words.transposedResponse), equalRows(8, [0, 0, 0, 0, 0]));
    await page.getByText(words.zeroEverywhere).waitFor();
  });

  test('the transposed kernel finds nothing here, and both edges of the transposed image', async () => {
    const { page, words } = await open();
    await page.locator('corr2d-kernel-tools summary').first().click();
    await page.locator('[data-preset=difference-down]').click();
    await expectGrid(gridOf(page, words.kernel), [[1], [-1]]);
    await expectGrid(responseOf(page, words), equalRows(5, [0, 0, 0, 0, 0, 0, 0, 0]));
    await expectGrid(gridOf(page, words.transposedResponse), [
      [0, 0, 0, 0, 0, 0],
      [1, 1, 1, 1, 1, 1],
      ...equalRows(3, [0, 0, 0, 0, 0, 0]),
      [-1, -1, -1, -1, -1, -1],
      [0, 0, 0, 0, 0, 0],
    ]);
    await page.locator('[data-preset=difference]').click();
    await expectExample(page, words);
  });

  test('a block is pasted, a text refused by row and column, a seed drawn', async () => {
    const { page, words } = await open();
    const tools = page.locator('corr2d-kernel-tools');
    await tools.locator('summary').nth(1).click();
    await tools.locator('textarea').fill('[[1, 0, -1], [1, 0]]');
    await tools.getByRole('button', { name: words.useKernel }).click();
    await page.getByRole('alert').filter({ hasText: words.faults.ragged }).waitFor();
    await expectGrid(gridOf(page, words.kernel), [[1, -1]]);
    await tools.locator('textarea').fill('[1 0; 0 -1]');
    await tools.getByRole('button', { name: words.useKernel }).click();
    await expectGrid(gridOf(page, words.kernel), [
      [1, 0],
      [0, -1],
    ]);
    await expect.poll(() => page.getByRole('alert').filter({ visible: true }).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expectGrid(gridOf(page, words.kernel), [[1, -1]]);
    await expectExample(page, words);
  });

  test('the image is inverted, whitened and brought back', async () => {
    const { page, words } = await open();
    await page.getByRole('button', { name: words.invert, exact: true }).click();
    await expectGrid(imageOf(page, words), equalRows(6, [0, 0, 1, 1, 1, 1, 0, 0]));
    await expectGrid(responseOf(page, words), equalRows(6, [0, -1, 0, 0, 0, 1, 0]));
    await page.getByRole('button', { name: words.allWhite, exact: true }).click();
    await expectGrid(imageOf(page, words), equalRows(6, [1, 1, 1, 1, 1, 1, 1, 1]));
    await expectGrid(responseOf(page, words), equalRows(6, [0, 0, 0, 0, 0, 0, 0]));
    await page.getByRole('button', { name: words.backToExample, exact: true }).click();
    await expectExample(page, words);
  });
});

describe.each(GPU_WALK)('by hand, on $engine in $language', (walk) => {
  const visits = useVisits(walk);
  const open = () => visits.open({ flags: 'scene=edges' });

  test('a quick stroke of the mouse leaves no gap, and one undo takes it back', async () => {
    const { page, words } = await open();
    await dragMouse(page, imageOf(page, words), DOWN_THE_THIRD_COLUMN);
    await expectWidened(page, words);
    await undo(page, words);
    await expectExample(page, words);
  });

  test('the image shifts with wrap, and one undo takes it back', async () => {
    const { page, words } = await open();
    await page.getByRole('button', { name: words.shiftLeft }).click();
    await expectGrid(imageOf(page, words), equalRows(6, [1, 0, 0, 0, 0, 1, 1, 1]));
    await expectGrid(responseOf(page, words), equalRows(6, [1, 0, 0, 0, -1, 0, 0]));
    await undo(page, words);
    await expectExample(page, words);
  });

  test('a stroke that leaves the image and returns stays one stroke', async () => {
    const { page, words } = await open();
    const image = imageOf(page, words);
    const box = await image.boundingBox();
    await cellOf(image, 0, 2).hover();
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) - 30, (box?.y ?? 0) - 30);
    await cellOf(image, 5, 2).hover({ force: true });
    await page.mouse.up();
    await expect
      .poll(() =>
        cellOf(image, 5, 2)
          .textContent()
          .then((text) => text?.trim()),
      )
      .toBe('1');
    await undo(page, words);
    await expectExample(page, words);
  });

  test('a finger paints a cell and a line', async () => {
    const { page, words } = await visits.open({
      flags: 'scene=edges',
      profile: await visits.profile({
        hasTouch: true,
        isMobile: true,
        viewport: { width: 390, height: 844 },
      }),
    });
    const image = imageOf(page, words);
    await tapFinger(page, image, [0, 7]);
    await expectGrid(image, [[1, 1, 0, 0, 0, 0, 1, 0], ...equalRows(5, IMAGE_ROW)]);
    await undo(page, words);
    await dragFinger(page, image, [
      [0, 2],
      [2, 2],
      [5, 2],
    ]);
    await expectWidened(page, words);
    await undo(page, words);
    await expectExample(page, words);
  });

  test('keys paint: Space inverts a cell, Shift with an arrow paints on', async () => {
    const { page, words } = await open();
    await cellOf(imageOf(page, words), 0, 0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    for (let row = 1; row < 6; row++) await page.keyboard.press('Shift+ArrowDown');
    await expectWidened(page, words);
  });

  test('Ctrl and the wheel zoom a large picture in place of the page', async () => {
    const { page, words } = await open();
    const gallery = page.locator('corr2d-picture-tools details').first();
    await gallery.locator('summary').click();
    await gallery.getByRole('combobox').selectOption('64');
    await gallery.locator('[data-example=hills]').click();
    const shown = page.locator('corr2d-cell-zoom output').first();
    await expect.poll(() => shown.textContent()).toBe('100%');
    await page.evaluate(() => {
      addEventListener('wheel', ({ defaultPrevented }) => {
        document.title = `prevented: ${String(defaultPrevented)}`;
      });
    });
    await cellOf(imageOf(page, words), 1, 1).hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    // A notch is a fifth: e to the power of 0.2.
    await expect.poll(() => shown.textContent()).toBe('122%');
    await page.keyboard.up('Control');
    expect(await page.title()).toBe('prevented: true');
  });
});
