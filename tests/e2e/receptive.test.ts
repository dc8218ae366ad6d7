/** Scene 4, as a person walks it: the article's two layers, fields that light up, stacks edited by hand, links. */
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { gridOf } from './grids.ts';
import { dragMouse } from './painting.ts';
import { CHINESE_WALK, TWO_WALKS, useVisits } from './visits.ts';
import type { Words } from './words.ts';

const mapOf = (page: Page, words: Words, level: number) => gridOf(page, words.stack.level(level));
const cellIn = (map: Locator) => map.getByRole('gridcell');
const cardOf = (page: Page, index: number) => page.locator('corr2d-layer-card').nth(index);
const example = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** Points at a cell of a map by the mouse, the map having no cells around it. */
async function pointAt(map: Locator, row: number, column: number, size: number): Promise<void> {
  const box = await map.boundingBox();
  const side = (box?.width ?? 0) / size;
  await map.hover({ position: { x: (column + 0.5) * side, y: (row + 0.5) * side } });
}

describe.each(TWO_WALKS)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);
  const open = () => visits.open({ flags: 'scene=receptive' });

  test('the start is the article’s: 3×3, 2×2 with 19 to 43, and one element that sees all nine cells', async () => {
    const { page, words } = await open();
    await page.getByText(words.stack.startReading, { exact: true }).waitFor();
    const first = cellIn(mapOf(page, words, 1));
    await first.focus();
    for (const [key, name] of [
      ['Home', words.stack.cell(1, 1, '19')],
      ['ArrowRight', words.stack.cell(1, 2, '25')],
      ['ArrowDown', words.stack.cell(2, 2, '43')],
      ['ArrowLeft', words.stack.cell(2, 1, '37')],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => first.getAttribute('aria-label')).toBe(name);
      expect(await first.evaluate((cell) => cell.matches(':focus'))).toBe(true);
    }
    expect(await cellIn(mapOf(page, words, 2)).getAttribute('aria-label')).toBe(
      words.stack.cell(1, 1, '228'),
    );
  });

  test('pointing at a cell of the image tells what it reaches', async () => {
    const { page, words } = await open();
    await pointAt(mapOf(page, words, 0), 1, 1, 3);
    await page.getByText(words.stack.imageReading, { exact: true }).waitFor();
    await page.mouse.move(0, 0);
    await page.getByText(words.stack.startReading, { exact: true }).waitFor();
  });

  test('with padding a field is larger than the image, and the text says why', async () => {
    const { page, words } = await open();
    await example(page, words.stack.examples.padded);
    await page.getByText(words.stack.largerReading, { exact: true }).waitFor();
  });

  test('formula and count agree for every example', async () => {
    const { page, words } = await open();
    const table = page.getByRole('region', { name: words.stack.table }).getByRole('table');
    for (const [name, size] of [
      ['LeNet-5', '32 × 32'],
      [words.stack.examples.deep, '17 × 17'],
    ] as const) {
      await example(page, name);
      const last = table.getByRole('row').last();
      await expect.poll(() => last.textContent()).toMatch(new RegExp(`${size} · .* ✓`));
    }
  });
});

describe.each(CHINESE_WALK)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);
  const open = () => visits.open({ flags: 'scene=receptive' });

  test('a layer that cannot be is marked with what would fit, and undo brings it back', async () => {
    const { page, words } = await open();
    const rows = cardOf(page, 1).getByRole('textbox', { name: words.stack.rows });
    await rows.fill('3');
    await rows.press('Enter');
    await cardOf(page, 1).getByText(words.stack.tooLarge, { exact: true }).waitFor();
    expect(await mapOf(page, words, 2).count()).toBe(0);
    await page.getByRole('button', { name: words.undo }).click();
    await page.getByText(words.stack.startReading, { exact: true }).waitFor();
  });

  test('layers are added, moved by button and by drag, and removed', async () => {
    const { page, words } = await open();
    await page
      .getByRole('group', { name: words.stack.add })
      .getByRole('button', { name: words.stack.activation })
      .click();
    const kind = (layer: number) =>
      page.getByRole('combobox', { name: words.stack.kind(layer) }).inputValue();
    await expect.poll(() => kind(3)).toBe('activation');
    await page.getByRole('button', { name: words.stack.forward(3) }).click();
    await expect.poll(() => kind(2)).toBe('activation');
    await cardOf(page, 1).locator('.grip').hover();
    await page.mouse.down();
    await cardOf(page, 0).hover({ position: { x: 60, y: 40 } });
    await page.mouse.up();
    await expect.poll(() => kind(1)).toBe('activation');
    await page.getByRole('button', { name: words.stack.remove(1) }).click();
    await page.getByText(words.stack.startReading, { exact: true }).waitFor();
  });

  test('the slider draws the fields of eight layers', async () => {
    const { page, words } = await open();
    const slider = page.locator('corr2d-depth-figure').getByRole('slider').first();
    await slider.focus();
    await page.keyboard.press('End');
    await page.getByRole('img', { name: words.stack.depthFields('2, 3, 4, 5, 6, 7, 8, 9') }).waitFor();
    await page.getByText('81', { exact: true }).waitFor();
  });

  test('drawing on the image goes through all layers and is one undo', async () => {
    const { page, words } = await open();
    await example(page, words.stack.examples.padded);
    await page.getByText(words.stack.largerReading, { exact: true }).waitFor();
    await page.getByRole('button', { name: words.stack.draw }).click();
    // Three cells of overhang lie around the image.
    await dragMouse(page, gridOf(page, words.paintedImage), [
      [3, 3],
      [7, 7],
    ]);
    await expect.poll(() => page.getByText(words.stack.largerReading, { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: words.undo }).click();
    await page.mouse.move(0, 0);
    await page.getByText(words.stack.largerReading, { exact: true }).waitFor();
  });

  test('a seed that is no number is refused in words, and nothing changes', async () => {
    const { page, words } = await open();
    await page.getByRole('button', { name: words.stack.kernels, exact: true }).first().click();
    const seed = page.getByRole('textbox', { name: words.stack.seed }).first();
    await seed.fill('x');
    await seed.press('Enter');
    await page.getByText(words.stack.seedFault, { exact: true }).waitFor();
    await page.getByText(words.stack.startReading, { exact: true }).waitFor();
  });

  test('a shared link brings the whole stack', async () => {
    const { page, words } = await open();
    await example(page, words.stack.examples.deep);
    await mapOf(page, words, 8).waitFor();
    await expect.poll(() => page.url()).toMatch(/s=2\./);
    const there = await visits.open({ flags: new URL(page.url()).hash.slice(1) });
    await mapOf(there.page, words, 8).waitFor();
    await expect.poll(() => there.page.locator('corr2d-layer-card').count()).toBe(8);
  });
});
