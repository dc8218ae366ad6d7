/** Scene 1, as a person walks it: the window slides, cells point at one another, numbers and geometry are changed. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { enter, fieldOf } from './fields.ts';
import { cellOf, expectGrid, gridOf, marked, typeInto } from './grids.ts';
import { CHINESE_WALK, TWO_WALKS, useVisits } from './visits.ts';
import type { Words } from './words.ts';

/** The article's response. */
const START = [
  [19, 25],
  [37, 43],
];

const arithmetic = (page: Page) => page.getByRole('math', { name: /^Y\[/ });
const spoken = (page: Page) => arithmetic(page).getAttribute('aria-label');
const windowOf = (page: Page, words: Words) => marked(gridOf(page, words.image), 'window');

describe.each(TWO_WALKS)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);

  test('the start is the article’s example, and the window slides over it', async () => {
    const { page, words } = await visits.open();
    await expectGrid(gridOf(page, words.response), START);
    expect(await spoken(page)).toBe('Y[0, 0] = 0×0 + 1×1 + 3×2 + 4×3 = 19');
    expect(await windowOf(page, words)).toEqual(['0,0', '0,1', '1,0', '1,1']);

    await page.getByRole('button', { name: words.nextPosition }).click();
    await expect.poll(() => spoken(page)).toBe('Y[0, 1] = 1×0 + 2×1 + 4×2 + 5×3 = 25');
    expect(await windowOf(page, words)).toEqual(['0,1', '0,2', '1,1', '1,2']);

    const scrubber = page.getByRole('slider', { name: words.position });
    await scrubber.fill('3');
    await expect.poll(() => spoken(page)).toBe('Y[1, 1] = 4×0 + 5×1 + 7×2 + 8×3 = 43');
    expect(await windowOf(page, words)).toEqual(['1,1', '1,2', '2,1', '2,2']);
    await page.getByText(words.positionOf(4, 4), { exact: true }).waitFor();

    await page.getByRole('button', { name: words.previousPosition }).click();
    await expect.poll(() => spoken(page)).toBe('Y[1, 0] = 3×0 + 4×1 + 6×2 + 7×3 = 37');
  });

  test('a response element shows its sum, by key and by pointer; an image cell tells what it feeds', async () => {
    const { page, words } = await visits.open();
    const response = gridOf(page, words.response);
    await cellOf(response, 0, 0).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => spoken(page)).toBe('Y[1, 0] = 3×0 + 4×1 + 6×2 + 7×3 = 37');
    await cellOf(response, 1, 1).hover();
    await expect.poll(() => spoken(page)).toBe('Y[1, 1] = 4×0 + 5×1 + 7×2 + 8×3 = 43');

    const image = gridOf(page, words.image);
    await cellOf(image, 1, 1).hover();
    await page.getByText(words.takesPart('X[1, 1]', 4, 4)).waitFor();
    await cellOf(image, 0, 0).hover();
    await page.getByText(words.takesPart('X[0, 0]', 1, 4)).waitFor();
    expect(await marked(response, 'feeds')).toEqual(['0,0']);
  });

  test('typed numbers change the response', async () => {
    const { page, words } = await visits.open();
    const response = gridOf(page, words.response);
    await typeInto(gridOf(page, words.image), 1, 1, '-1');
    // The centre lost 5, which the four weights 3, 2, 1, 0 take part in.
    await expectGrid(response, [
      [4, 15],
      [32, 43],
    ]);
    await typeInto(gridOf(page, words.kernel), 0, 0, '0.5');
    // Half of 0, 1, 3 and −1 is added.
    await expectGrid(response, [
      [4, 15.5],
      [33.5, 42.5],
    ]);
  });

  test('geometry changes the response, and the numbers are those of the textbooks', async () => {
    const { page, words } = await visits.open();
    const response = gridOf(page, words.response);
    for (const side of [words.top, words.bottom, words.left, words.right]) {
      await enter(fieldOf(page, words.paddingGroup, side), '1');
    }
    await expectGrid(response, [
      [0, 3, 8, 4],
      [9, 19, 25, 10],
      [21, 37, 43, 16],
      [6, 7, 8, 0],
    ]);
    await enter(fieldOf(page, words.stride, words.down), '3');
    await enter(fieldOf(page, words.stride, words.toTheRight), '2');
    await expectGrid(response, [
      [0, 8],
      [6, 8],
    ]);

    await page.getByRole('button', { name: words.backToExample }).click();
    await expectGrid(response, START);
    await enter(fieldOf(page, words.dilation, words.down), '2');
    await enter(fieldOf(page, words.dilation, words.toTheRight), '2');
    // 0×0 + 2×1 + 6×2 + 8×3
    await expectGrid(response, [[38]]);
  });

  test('true convolution turns the kernel', async () => {
    const { page, words } = await visits.open();
    await page.getByRole('checkbox', { name: words.flip }).check();
    await expectGrid(gridOf(page, words.flippedKernel), [
      [3, 2],
      [1, 0],
    ]);
    // 0×3 + 1×2 + 3×1 + 4×0 = 5, and so on.
    await expectGrid(gridOf(page, words.response), [
      [5, 11],
      [23, 29],
    ]);
    await expect.poll(() => spoken(page)).toBe('Y[0, 0] = 0×3 + 1×2 + 3×1 + 4×0 = 5');
  });
});

describe.each(CHINESE_WALK)('by hand, on $engine in $language', (walk) => {
  const visits = useVisits(walk);

  test('the window plays to its end, and stops where it is paused', async () => {
    const { page, words } = await visits.open();
    await page.getByRole('combobox', { name: words.speed }).selectOption('8');
    await page.getByRole('button', { name: words.play }).click();
    await page.getByText(words.positionOf(4, 4), { exact: true }).waitFor();
    await page.getByRole('button', { name: words.play }).waitFor();

    await page.getByRole('combobox', { name: words.speed }).selectOption('0.5');
    await page.getByRole('button', { name: words.play }).click();
    await page.getByText(words.positionOf(1, 4), { exact: true }).waitFor();
    await page.getByRole('button', { name: words.pause }).click();
    await page.getByRole('button', { name: words.play }).waitFor();
    expect(await spoken(page)).toMatch(/^Y\[0, 0\]/);
  });

  test('padding is pulled out of the drawing, in one step back', async () => {
    const { page, words } = await visits.open();
    const bar = page.locator('[data-field=padding-top]');
    await bar.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await bar.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const cell = ((await page.locator('.tap').first().boundingBox())?.width ?? 0) - 1;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2 - cell);
    await page.mouse.move(x + width / 2, y + height / 2 - 2 * cell);
    await page.mouse.up();
    await expect.poll(() => bar.getAttribute('aria-valuenow')).toBe('2');
    // A row of the padding alone, then the last row of weights on the first of the image.
    await expectGrid(gridOf(page, words.response), [[0, 0], [3, 8], ...START]);
    await page.keyboard.press('Control+z');
    await expectGrid(gridOf(page, words.response), START);
  });

  test('image and kernel are resized', async () => {
    const { page, words } = await visits.open();
    const response = gridOf(page, words.response);
    await enter(fieldOf(page, words.imageSize, words.rows), '2');
    await expectGrid(gridOf(page, words.image), [
      [0, 1, 2],
      [3, 4, 5],
    ]);
    await expectGrid(response, [[19, 25]]);
    await enter(fieldOf(page, words.kernelSize, words.columns), '1');
    await expectGrid(gridOf(page, words.kernel), [[0], [2]]);
    // Twice the second row.
    await expectGrid(response, [[6, 8, 10]]);
  });

  test('edits are undone and redone, by button and by key', async () => {
    const { page, words } = await visits.open();
    const image = gridOf(page, words.image);
    const edited = [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 80],
    ];
    const example = [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ];
    await typeInto(image, 2, 2, '80');
    await page.getByRole('button', { name: words.undo }).click();
    await expectGrid(image, example);
    await page.getByRole('button', { name: words.redo }).click();
    await expectGrid(image, edited);

    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await expectGrid(image, example);
    await page.keyboard.press('Control+Shift+z');
    await expectGrid(image, edited);
    await page.keyboard.press('Control+z');
    await expectGrid(image, example);
    await page.keyboard.press('Control+y');
    await expectGrid(image, edited);
  });
});
