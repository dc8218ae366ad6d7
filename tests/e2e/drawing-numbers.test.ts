/** Scene 1's image is drawn on: any number from the brush, one undo a stroke, and the response keeps pointing. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { cellOf, expectGrid, gridOf, marked } from './grids.ts';
import { dragFinger, dragMouse } from './painting.ts';
import { ENGLISH_WALK, useVisits } from './visits.ts';

const EXAMPLE = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
];
const RESPONSE = [
  [19, 25],
  [37, 43],
];

const chooseDrawing = (page: Page, draws: boolean) =>
  page
    .locator('corr2d-draw-switch button')
    .nth(draws ? 1 : 0)
    .click();

describe.each(ENGLISH_WALK)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);

  test('a line of sevens leaves the other numbers, and one undo takes it back', async () => {
    const { page, words } = await visits.open();
    await chooseDrawing(page, true);
    const picture = gridOf(page, words.paintedImage);
    await expectGrid(picture, EXAMPLE);
    await page.locator('corr2d-paint-tools [data-tool=line]').click();
    await page.locator('corr2d-paint-tools select[data-field=value]').selectOption('typed');
    const number = page.locator('corr2d-paint-tools corr2d-number-field input');
    await number.fill('７');
    await number.press('Enter');
    await dragMouse(page, picture, [
      [0, 0],
      [2, 2],
    ]);
    const drawn = [
      [7, 1, 2],
      [3, 7, 5],
      [6, 7, 7],
    ];
    await expectGrid(picture, drawn);
    // 7×0 + 1×1 + 3×2 + 7×3 = 28, and so on.
    await expectGrid(gridOf(page, words.response), [
      [28, 31],
      [40, 40],
    ]);
    await chooseDrawing(page, false);
    await expectGrid(gridOf(page, words.image), drawn);
    await page.keyboard.press('Control+z');
    await expectGrid(gridOf(page, words.image), EXAMPLE);
    await expectGrid(gridOf(page, words.response), RESPONSE);
  });

  test('image and response point at each other while it is drawn on', async () => {
    const { page, words } = await visits.open();
    await chooseDrawing(page, true);
    const picture = gridOf(page, words.paintedImage);
    await cellOf(picture, 0, 0).hover();
    await expect.poll(() => marked(gridOf(page, words.response), 'feeds')).toEqual(['0,0']);
    await cellOf(gridOf(page, words.response), 1, 1).hover();
    await expect.poll(() => marked(picture, 'window')).toEqual(['1,1', '1,2', '2,1', '2,2']);
  });

  test('a brush that is no number is refused in words, and the last one stays', async () => {
    const { page, words } = await visits.open();
    await chooseDrawing(page, true);
    await page.locator('corr2d-paint-tools select[data-field=value]').selectOption('typed');
    const number = page.locator('corr2d-paint-tools corr2d-number-field input');
    await number.fill('seven');
    await number.press('Enter');
    await expect
      .poll(() => page.locator('corr2d-paint-tools').getByRole('alert').textContent())
      .toContain('seven');
    await cellOf(gridOf(page, words.paintedImage), 2, 2).click();
    await expectGrid(gridOf(page, words.paintedImage), [EXAMPLE[0] ?? [], EXAMPLE[1] ?? [], [6, 7, 0]]);
  });

  test('a finger draws, on a narrow screen', async () => {
    const profile = await visits.profile({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 780 },
    });
    const { page, words } = await visits.open({ profile });
    await chooseDrawing(page, true);
    const picture = gridOf(page, words.paintedImage);
    await expectGrid(picture, EXAMPLE);
    await dragFinger(page, picture, [
      [2, 0],
      [2, 2],
    ]);
    // The first cell holds 6, which inverts to black.
    await expectGrid(picture, [EXAMPLE[0] ?? [], EXAMPLE[1] ?? [], [0, 0, 0]]);
  });

  test('scene 3 has the same tools, folded away, for the image that it learns on', async () => {
    const { page, words } = await visits.open({ flags: 'scene=learning' });
    await page.locator('details.drawing summary').click();
    await page.locator('corr2d-paint-tools [data-tool=fill]').click();
    const picture = gridOf(page, words.paintedImage);
    await cellOf(picture, 0, 3).click();
    await expectGrid(
      picture,
      Array.from({ length: 6 }, () => [1, 1, 1, 1, 1, 1, 1, 1]),
    );
    await page.keyboard.press('Control+z');
    await expectGrid(
      picture,
      Array.from({ length: 6 }, () => [1, 1, 0, 0, 0, 0, 1, 1]),
    );
  });
});
