/** Back and forward lead to scenes and to opened documents, each as it was left; strokes are undo's. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_WORDS } from './document-words.ts';
import { cellOf, expectGrid, gridOf, typeInto } from './grids.ts';
import { DAMAGED_LINK, SHARED_LINK, SHARED_RESPONSE } from './links.ts';
import { ENGLISH_WALK, useVisits } from './visits.ts';

/** With 10 in the image's lower right corner, which weighs 3 in the last element. */
const OWN_RESPONSE = [
  [19, 25],
  [37, 49],
];
/** The shared image with 9 for 8 there. */
const EDITED_RESPONSE = [
  [119, 26],
  [40, 50],
];

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const words = DOCUMENT_WORDS[walk.language];
  const keepAndOpen = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: words.documents, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: words.documents, exact: true });
    await dialog.getByRole('button', { name: words.keep, exact: true }).click();
    await dialog.getByRole('button', { name: words.open(words.kept), exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };

  test('back leads to one’s work before a pasted link, forward to the link’s, with the edits of each', async () => {
    const { page, words: page1 } = await visits.open();
    const [image, response] = [gridOf(page, page1.image), gridOf(page, page1.response)];
    await typeInto(image, 2, 2, '10');
    await page.goto(visits.address(SHARED_LINK));
    await expectGrid(response, SHARED_RESPONSE);
    await typeInto(image, 2, 2, '9');
    await expectGrid(response, EDITED_RESPONSE);
    await page.goBack();
    await expectGrid(response, OWN_RESPONSE);
    await page.goForward();
    await expectGrid(response, EDITED_RESPONSE);
    // The address follows what is shown, and edits make no entries.
    await expect.poll(() => page.url()).not.toContain(SHARED_LINK);
    await page.goBack();
    await expectGrid(response, OWN_RESPONSE);
    // Out of the field, where these keys are the field's own.
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await expectGrid(response, EDITED_RESPONSE);
  });

  test('scenes of one document keep its edits; a document of the gallery is an entry of its own', async () => {
    const { page, words: page1 } = await visits.open();
    const [image, response] = [gridOf(page, page1.image), gridOf(page, page1.response)];
    await keepAndOpen(page);
    await typeInto(image, 2, 2, '10');
    await expectGrid(response, OWN_RESPONSE);
    await page.getByRole('link', { name: page1.scenes.edges, exact: true }).click();
    await cellOf(gridOf(page, page1.paintedImage), 0, 0).click();
    await page.goBack();
    await expectGrid(response, OWN_RESPONSE);
    await page.getByRole('button', { name: words.documents, exact: true }).click();
    await page.getByRole('button', { name: words.open(words.kept), exact: true }).click();
    await expectGrid(response, [
      [19, 25],
      [37, 43],
    ]);
    await page.goBack();
    await expectGrid(response, OWN_RESPONSE);
  });

  test('a link that cannot be opened changes nothing, nor does going back from it', async () => {
    const { page, words: page1 } = await visits.open();
    const response = gridOf(page, page1.response);
    await typeInto(gridOf(page, page1.image), 2, 2, '10');
    await page.goto(visits.address(DAMAGED_LINK));
    await page.getByRole('region').getByText(page1.linkDamaged).first().waitFor();
    await expectGrid(response, OWN_RESPONSE);
    await page.goBack();
    await expectGrid(response, OWN_RESPONSE);
  });

  test('how a scene is looked at is in its address, and nobody’s undo takes it back', async () => {
    const { page, words: page1 } = await visits.open();
    await cellOf(gridOf(page, page1.response), 1, 0).hover();
    await page.getByRole('button', { name: page1.pinSum, exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#at=1,0&pins=1,0');
    expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true);
    const there = await visits.open({ flags: new URL(page.url()).hash.slice(1) });
    // 3×0 + 4×1 + 6×2 + 7×3, as the window and as the pin.
    await expect.poll(() => there.page.getByRole('math', { name: / = 37$/ }).count()).toBe(2);
    await page.getByRole('link', { name: page1.scenes.learning, exact: true }).click();
    await page.getByRole('checkbox', { name: page1.logarithmic, exact: true }).check();
    await expect.poll(() => new URL(page.url()).hash).toBe('#scene=learning&loss=log');
    await page.goBack();
    await expect.poll(() => new URL(page.url()).hash).toBe('#at=1,0&pins=1,0');
    await page.goForward();
    expect(await page.getByRole('checkbox', { name: page1.logarithmic, exact: true }).isChecked()).toBe(true);
  });
});
