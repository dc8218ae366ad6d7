/** No scene is wider than the window, from the smallest phone to a desk, in either language. */
import { describe, expect, test } from 'vitest';
import { fieldOf, enter } from './fields.ts';
import { expectFits } from './fitting.ts';
import { gridOf } from './grids.ts';
import { CHINESE_WALK, useVisits, type Visit } from './visits.ts';

const SCENES = ['correlation', 'edges', 'learning', 'receptive'] as const;

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  const visits = useVisits({ engine: 'CPU', language });

  async function openScene(scene: (typeof SCENES)[number]): Promise<Visit> {
    const visit = await visits.open({ flags: `scene=${scene}` });
    await visit.page.getByRole('heading', { level: 1, name: visit.words.headings[scene] }).waitFor();
    return visit;
  }

  test.each(SCENES)('%s fits every window', async (scene) => {
    await expectFits((await openScene(scene)).page);
  });

  test.each([
    ['receptive', 'corr2d-network-table', 1280],
    ['learning', 'corr2d-directions-table', 320],
  ] as const)('all columns of the table in %s are in sight', async (scene, tag, width) => {
    const { page } = await openScene(scene);
    await page.setViewportSize({ width, height: 800 });
    const hidden = () =>
      page.locator(`${tag} .wide`).evaluate((table) => table.scrollWidth - table.clientWidth);
    await expect.poll(hidden).toBe(0);
  });

  test('a row of the stack’s image is on the first screen of a small phone', async () => {
    const { page, words } = await openScene('receptive');
    await page.setViewportSize({ width: 320, height: 640 });
    const [image, reading] = [gridOf(page, words.image), page.locator('.reading')];
    await expect
      .poll(
        async () => ((await reading.boundingBox())?.y ?? 0) - ((await image.boundingBox())?.y ?? Infinity),
      )
      .toBeGreaterThan(56);
  });

  test('the largest stack fits every window', async () => {
    const { page } = await openScene('receptive');
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
