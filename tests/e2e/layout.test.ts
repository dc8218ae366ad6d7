/** No scene is wider than the window, from the smallest phone to a desk, in either language. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { SceneName } from '../../src/state/address.ts';
import { fieldOf, enter } from './fields.ts';
import { expectFits } from './fitting.ts';
import { gridOf } from './grids.ts';
import { CHINESE_WALK, useVisits, type Visit, type Visits } from './visits.ts';

/** All columns of the table are in sight. */
async function expectWhole(page: Page, tag: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const hidden = () =>
    page.locator(`${tag} .wide`).evaluate((table) => table.scrollWidth - table.clientWidth);
  await expect.poll(hidden).toBe(0);
}

async function openScene(visits: Visits, scene: SceneName): Promise<Visit> {
  const visit = await visits.open({ flags: `scene=${scene}` });
  await visit.page.getByRole('heading', { level: 1, name: visit.words.headings[scene] }).waitFor();
  return visit;
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  const visits = useVisits({ engine: 'CPU', language });

  test.each(['correlation', 'edges'] as const)('%s fits every window', async (scene) => {
    await expectFits((await openScene(visits, scene)).page);
  });

  test('learning fits every window, and its table the smallest', async () => {
    const { page } = await openScene(visits, 'learning');
    await expectFits(page);
    await expectWhole(page, 'corr2d-directions-table', 320);
  });

  test('receptive and its largest stack fit every window, and its image begins on the first screen', async () => {
    const { page, words } = await openScene(visits, 'receptive');
    await expectFits(page);
    await expectWhole(page, 'corr2d-network-table', 1280);
    await page.setViewportSize({ width: 320, height: 640 });
    const [image, reading] = [gridOf(page, words.image), page.locator('.reading')];
    const shown = async () =>
      ((await reading.boundingBox())?.y ?? 0) - ((await image.boundingBox())?.y ?? Infinity);
    await expect.poll(shown).toBeGreaterThan(56);
    await page.getByRole('button', { name: 'LeNet-5', exact: true }).first().click();
    await page.getByRole('grid', { name: /^7/ }).first().waitFor();
    await expectFits(page);
  });
});

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  /** Of scenes 1 and 4 there is something larger here. */
  test.each([
    ['gabor', 'edges'],
    ['learn-sobel', 'learning'],
  ] as const)('the largest example, %s, of %s fits every window', async (name, scene) => {
    const { page, words } = await visits.open({ flags: `ex=${name}` });
    await page.getByRole('heading', { level: 1, name: words.headings[scene] }).waitFor();
    await expectFits(page);
  });

  test('the largest image and kernel, padded and with a message, fit too', async () => {
    const { page, words } = await visits.open();
    for (const side of [words.rows, words.columns]) await enter(fieldOf(page, words.imageSize, side), '64');
    for (const side of [words.rows, words.columns]) await enter(fieldOf(page, words.kernelSize, side), '15');
    for (const side of [words.left, words.right]) await enter(fieldOf(page, words.paddingGroup, side), '8');
    await enter(fieldOf(page, words.imageSize, words.rows), '65');
    await page.getByText(words.faults.imageRows, { exact: true }).waitFor();
    await expectFits(page);
  });
});
