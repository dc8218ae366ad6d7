/** Links that open, and links that cannot: what is shown, what is told, and that one's own work is not lost. */
import type { Page } from 'playwright';
import { describe, expect, test, vi } from 'vitest';
import { expectGrid, gridOf, typeInto } from './grids.ts';
import { DAMAGED_LINK, NEWER_LINK, OUT_OF_RANGE_LINK, SHARED_LINK, SHARED_RESPONSE } from './links.ts';
import { ENGLISH_WALK, useVisits, type Visits } from './visits.ts';
import type { Words } from './words.ts';

const EXAMPLE = [
  [19, 25],
  [37, 43],
];
/** With 10 in the image's lower right corner, which weighs 3 in the last element. */
const OWN_RESPONSE = [
  [19, 25],
  [37, 49],
];

const messages = (page: Page, text: string | RegExp) => page.getByRole('region').getByText(text).first();
const backToWork = (page: Page, words: Words) =>
  page.getByRole('button', { name: words.backToWork, exact: true });

/** A profile whose storage holds work of its own. */
async function profileWithWork(visits: Visits) {
  const profile = await visits.profile();
  const { page, words } = await visits.open({ profile });
  await typeInto(gridOf(page, words.image), 2, 2, '10');
  await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
  await page.close();
  return profile;
}

const BAD_LINKS = [
  { name: 'a damaged link', link: DAMAGED_LINK, told: (words: Words) => words.linkDamaged },
  { name: 'a link of a newer version', link: NEWER_LINK, told: (words: Words) => words.linkNewer },
  { name: 'a link with a stride of 0', link: OUT_OF_RANGE_LINK, told: (words: Words) => words.linkInvalid },
] as const;

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  test.each(BAD_LINKS)(
    '$name opens the example, says so, and gives one’s work back',
    async ({ link, told }) => {
      const profile = await profileWithWork(visits);
      const { page, words } = await visits.open({ profile, flags: link });
      await messages(page, told(words)).waitFor();
      await messages(page, words.workKept).waitFor();
      await expectGrid(gridOf(page, words.response), EXAMPLE);
      await backToWork(page, words).click();
      await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
      await expect.poll(() => page.getByText(told(words)).count()).toBe(0);
    },
  );

  test('without work of one’s own a damaged link has nothing to give back', async () => {
    const { page, words } = await visits.open({ flags: DAMAGED_LINK });
    await messages(page, words.linkDamaged).waitFor();
    await expectGrid(gridOf(page, words.response), EXAMPLE);
    expect(await backToWork(page, words).count()).toBe(0);
  });

  test('another’s link opens, and offers one’s own work', async () => {
    const profile = await profileWithWork(visits);
    const { page, words } = await visits.open({ profile, flags: SHARED_LINK });
    await expectGrid(gridOf(page, words.response), SHARED_RESPONSE);
    await messages(page, words.openedShared).waitFor();
    await backToWork(page, words).click();
    await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
  });

  test('looking at another’s link leaves one’s own work for the next visit', async () => {
    const profile = await profileWithWork(visits);
    const looked = await visits.open({ profile, flags: SHARED_LINK });
    await expectGrid(gridOf(looked.page, looked.words.response), SHARED_RESPONSE);
    await looked.page.close();
    const { page, words } = await visits.open({ profile });
    await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
  });

  test('a link pasted into the open page takes its place, and one’s work comes back', async () => {
    const { page, words } = await visits.open();
    await typeInto(gridOf(page, words.image), 2, 2, '10');
    await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
    await page.goto(visits.address(SHARED_LINK));
    await expectGrid(gridOf(page, words.response), SHARED_RESPONSE);
    await backToWork(page, words).click();
    await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
    await vi.waitFor(() => {
      expect(page.url()).not.toContain(SHARED_LINK);
    });
    // What cannot be opened changes nothing, not even the scene.
    await page.goto(visits.address(`scene=edges&${DAMAGED_LINK}`));
    await messages(page, words.linkDamaged)
      .filter({ hasText: /The page stays as it was\.$/ })
      .waitFor();
    await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
    expect(await backToWork(page, words).count()).toBe(0);
    await vi.waitFor(() => {
      expect(page.url()).not.toContain(DAMAGED_LINK);
      expect(page.url()).not.toContain('scene=edges');
    });
  });

  test('what was told of a link goes when one goes back from it', async () => {
    const { page, words } = await visits.open();
    await typeInto(gridOf(page, words.image), 2, 2, '10');
    await page.goto(visits.address(SHARED_LINK));
    await messages(page, words.openedShared).waitFor();
    await page.goBack();
    await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
    await expect.poll(() => page.getByText(words.openedShared).count()).toBe(0);
  });

  test('flags that name nothing are told, with what there is', async () => {
    const { page, words } = await visits.open({ flags: 'scene=bogus&theme=pink' });
    await messages(page, /The address says “scene=bogus”/).waitFor();
    await messages(page, /theme=pink.*auto, light, dark, contrast/).waitFor();
    await expectGrid(gridOf(page, words.response), EXAMPLE);
  });

  test('the work of two windows is kept, whichever is left last', async () => {
    const profile = await visits.profile();
    const one = await visits.open({ profile });
    const two = await visits.open({ profile, flags: SHARED_LINK });
    await typeInto(gridOf(one.page, one.words.image), 2, 2, '10');
    await expectGrid(gridOf(one.page, one.words.response), OWN_RESPONSE);
    await expect.poll(() => one.page.url()).toContain('s=2.');
    await typeInto(gridOf(two.page, two.words.image), 0, 0, '0');
    await expect.poll(() => two.page.url()).not.toContain(SHARED_LINK);
    for (const { page } of [one, two]) await page.close();
    const { page, words } = await visits.open({ profile });
    await messages(page, /^Other work of yours/).waitFor();
    await backToWork(page, words).click();
    await expectGrid(gridOf(page, words.response), OWN_RESPONSE);
  });
});
