/** Paint, edit, share: the copied link opens the same document in another browser; work is found again on a later visit. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { enter, fieldOf } from './fields.ts';
import { cellOf, equalRows, expectGrid, gridOf, typeInto } from './grids.ts';
import { dragMouse } from './painting.ts';
import { CHINESE_WALK, ENGLISH_WALK, useVisits } from './visits.ts';
import type { Words } from './words.ts';

const scene = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** Leaves something of its own in every scene; ends in scene 3. */
async function leaveTraces(page: Page, words: Words): Promise<void> {
  await typeInto(gridOf(page, words.image), 0, 0, '-1.5');
  await enter(fieldOf(page, words.paddingGroup, words.bottom), '1');
  await page.getByRole('checkbox', { name: words.flip }).check();
  await scene(page, words.scenes.edges).click();
  await dragMouse(page, gridOf(page, words.paintedImage), [
    [0, 2],
    [5, 2],
  ]);
  await scene(page, words.scenes.learning).click();
  await enter(page.getByRole('textbox', { name: words.learningRate, exact: true }), '0.0125');
  await page
    .getByRole('combobox', { name: words.startFrom, exact: true })
    .selectOption({ label: words.starts.torch });
  await expectGrid(gridOf(page, words.startKernel), [[-0.0053, 0.3793]]);
}

/** What `leaveTraces` left, by hand; begins in scene 3. */
async function expectTraces(page: Page, words: Words): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words.headings.learning }).waitFor();
  const rate = page.getByRole('textbox', { name: words.learningRate, exact: true });
  await expect.poll(() => rate.inputValue()).toBe('0.0125');
  await expectGrid(gridOf(page, words.startKernel), [[-0.0053, 0.3793]]);
  await scene(page, words.scenes.edges).click();
  await expectGrid(gridOf(page, words.paintedImage), equalRows(6, [1, 1, 1, 0, 0, 0, 1, 1]));
  await expectGrid(gridOf(page, words.response), equalRows(6, [0, 0, 1, 0, 0, -1, 0]));
  await scene(page, words.scenes.correlation).click();
  // The kernel 3, 2, 1, 0 on −1.5, 1 … 8 and a row of zeros below.
  await expectGrid(gridOf(page, words.response), [
    [0.5, 11],
    [23, 29],
    [32, 37],
  ]);
  expect(await page.getByRole('checkbox', { name: words.flip }).isChecked()).toBe(true);
}

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  test('the shared link opens the same document in a fresh profile', async () => {
    const profile = await visits.profile({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, words } = await visits.open({ profile });
    await leaveTraces(page, words);
    await page.getByRole('button', { name: words.share, exact: true }).click();
    await page.getByRole('status').getByText(words.linkCopied, { exact: true }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(1000);

    const friend = await (await visits.profile()).newPage();
    await friend.goto(link);
    await expectTraces(friend, words);
    expect(await friend.getByRole('button', { name: words.backToWork, exact: true }).count()).toBe(0);
  });
});

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  /** The page with an edit that its address has. */
  async function openEdited() {
    const { page, words } = await visits.open();
    const image = gridOf(page, words.image);
    await typeInto(image, 0, 0, '7');
    await expect.poll(() => page.url()).toContain('s=2.');
    return { page, words, image };
  }

  test('where copying is not allowed, the link is shown to be copied by hand', async () => {
    const profile = await visits.profile();
    await profile.grantPermissions([]);
    const { page, words } = await visits.open({ profile, flags: 'scene=edges' });
    await cellOf(gridOf(page, words.paintedImage), 0, 0).click();
    await page.getByRole('button', { name: words.share, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: words.share, exact: true });
    await dialog.getByText(words.linkShown).waitFor();
    const link = await dialog.getByRole('textbox').inputValue();
    expect(link).toMatch(/#scene=edges&s=2\.[\w-]+$/);
    await dialog.getByRole('button', { name: words.close, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    const friend = await visits.open();
    await friend.page.goto(link);
    await expectGrid(gridOf(friend.page, words.paintedImage), [
      [0, 1, 0, 0, 0, 0, 1, 1],
      ...equalRows(5, [1, 1, 0, 0, 0, 0, 1, 1]),
    ]);
  });

  test('a reload right after the last stroke finds the work, and so does another visit', async () => {
    const profile = await visits.profile();
    const { page, words } = await visits.open({ profile });
    await leaveTraces(page, words);
    await page.reload();
    await expectTraces(page, words);
    const later = await visits.open({ profile, flags: 'scene=learning' });
    await expectTraces(later.page, words);
  });

  test('a reload before the address has the last edit shows the edit, twice', async () => {
    const { page, image } = await openEdited();
    const older = page.url();
    await typeInto(image, 0, 0, '8');
    for (let reload = 0; reload < 2; reload++) {
      if (reload === 0) expect(page.url()).toBe(older);
      await page.reload();
      await expect.poll(() => cellOf(image, 0, 0).getByRole('textbox').inputValue()).toBe('8');
      // What still loads would be a request that a reload breaks off.
      await page.waitForLoadState('networkidle');
    }
  });

  test('an address written while a reload is on its way does not cost the edit', async () => {
    const { page, words, image } = await openEdited();
    const older = page.url();
    await page.route(older.replace(/#.*$/s, ''), async (route) => {
      await expect.poll(() => page.url()).not.toBe(older);
      await route.continue();
    });
    await typeInto(image, 0, 0, '8');
    await page.reload();
    await expect.poll(() => cellOf(image, 0, 0).getByRole('textbox').inputValue()).toBe('8');
    expect(await page.getByRole('button', { name: words.backToWork, exact: true }).count()).toBe(0);
  });

  test('back and forward change the scene and keep the strokes', async () => {
    const { page, words } = await openEdited();
    const heading = (name: keyof Words['headings']) =>
      page.getByRole('heading', { level: 1, name: words.headings[name] }).waitFor();
    await scene(page, words.scenes.edges).click();
    await heading('edges');
    await cellOf(gridOf(page, words.paintedImage), 0, 0).click();
    const painted = [[0, 1, 0, 0, 0, 0, 1, 1], ...equalRows(5, [1, 1, 0, 0, 0, 0, 1, 1])];
    await expectGrid(gridOf(page, words.paintedImage), painted);
    await scene(page, words.scenes.learning).click();
    await heading('learning');

    await page.goBack();
    await heading('edges');
    await expectGrid(gridOf(page, words.paintedImage), painted);
    await page.goBack();
    await heading('correlation');
    await page.goForward();
    await page.goForward();
    await heading('learning');
    await expectGrid(gridOf(page, words.paintedImage), painted);
    await page.reload();
    await heading('learning');
    await expectGrid(gridOf(page, words.paintedImage), painted);
    // The first entry's link is older than the strokes.
    await page.goBack();
    await page.goBack();
    await heading('correlation');
    expect(await page.getByRole('button', { name: words.backToWork, exact: true }).count()).toBe(0);
    await page.goForward();
    await expectGrid(gridOf(page, words.paintedImage), painted);
  });
});
