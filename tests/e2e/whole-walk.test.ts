/** From the first scene to the last in one visit, on each engine in each language, as a first reader goes. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { cellOf, equalRows, expectGrid, gridOf, typeInto } from './grids.ts';
import { dragMouse } from './painting.ts';
import { useVisits, WALKS } from './visits.ts';

const go = (page: Page, scene: string) => page.getByRole('link', { name: scene, exact: true }).click();

describe.each(WALKS)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);

  test('slide, edit, paint, learn', async () => {
    const { page, words } = await visits.open();
    await page.getByRole('heading', { level: 1, name: words.headings.correlation }).waitFor();
    await expectGrid(gridOf(page, words.response), [
      [19, 25],
      [37, 43],
    ]);
    await cellOf(gridOf(page, words.response), 1, 1).hover();
    await page.getByRole('math', { name: 'Y[1, 1] = 4×0 + 5×1 + 7×2 + 8×3 = 43', exact: true }).waitFor();
    await typeInto(gridOf(page, words.kernel), 1, 1, '-3');
    // 6 times 4, 5, 7, 8 less.
    await expectGrid(gridOf(page, words.response), [
      [-5, -5],
      [-5, -5],
    ]);

    await go(page, words.scenes.edges);
    await page.getByRole('heading', { level: 1, name: words.headings.edges }).waitFor();
    await expectGrid(gridOf(page, words.response), equalRows(6, [0, 1, 0, 0, 0, -1, 0]));
    const image = gridOf(page, words.paintedImage);
    await dragMouse(page, image, [
      [2, 2],
      [2, 5],
    ]);
    await expectGrid(gridOf(page, words.response), [
      ...equalRows(2, [0, 1, 0, 0, 0, -1, 0]),
      [0, 0, 0, 0, 0, 0, 0],
      ...equalRows(3, [0, 1, 0, 0, 0, -1, 0]),
    ]);
    await page.getByRole('button', { name: words.undo }).click();
    await expectGrid(image, equalRows(6, [1, 1, 0, 0, 0, 0, 1, 1]));

    await go(page, words.scenes.learning);
    await page.getByRole('heading', { level: 1, name: words.headings.learning }).waitFor();
    await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('fast');
    await page.getByRole('button', { name: words.run, exact: true }).click();
    await page.getByText(words.done).waitFor();
    expect(await page.locator('corr2d-training-log').getByRole('listitem').allTextContents()).toEqual([
      'epoch 2, loss 9.470',
      'epoch 4, loss 2.939',
      'epoch 6, loss 1.046',
      'epoch 8, loss 0.402',
      'epoch 10, loss 0.160',
      '[[1.0307, −0.9488]]',
    ]);
  });
});
