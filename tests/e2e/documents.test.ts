/** Documents saved as files and opened again, dropped on the page, kept in the gallery: on the built page. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_WORDS } from './document-words.ts';
import { expectGrid, gridOf, typeInto } from './grids.ts';
import { CHINESE_WALK, useVisits, type Visit } from './visits.ts';

const EXAMPLE = [
  [19, 25],
  [37, 43],
];
/** With 10 in the image's lower right corner, which weighs 3 in the last element. */
const OWN_RESPONSE = [
  [19, 25],
  [37, 49],
];

/** Drops a file on the page, as a browser tells of it. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('corr2d-app', 'drop', { dataTransfer: data });
}

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const words = DOCUMENT_WORDS[walk.language];
  const press = (within: Page | Locator, name: string) =>
    within.getByRole('button', { name, exact: true }).click();

  async function openSheet(page: Page): Promise<Locator> {
    await press(page, words.documents);
    const dialog = page.getByRole('dialog', { name: words.documents, exact: true });
    await dialog.getByRole('button', { name: words.keep, exact: true }).waitFor();
    return dialog;
  }

  const editOwn = ({ page, words: { image } }: Visit) => typeInto(gridOf(page, image), 2, 2, '10');

  async function savedFile(page: Page): Promise<{ readonly name: string; readonly text: string }> {
    const dialog = await openSheet(page);
    const [download] = await Promise.all([page.waitForEvent('download'), press(dialog, words.save)]);
    const text = await readFile(await download.path(), 'utf8');
    await press(dialog, words.close);
    return { name: download.suggestedFilename(), text };
  }

  test('a saved file opens in another profile, and the work that was there is offered back', async () => {
    const visit = await visits.open();
    await editOwn(visit);
    await expectGrid(gridOf(visit.page, visit.words.response), OWN_RESPONSE);
    const file = await savedFile(visit.page);
    expect(file.name).toBe('corr2d-correlation.json');
    const { document } = JSON.parse(file.text) as { document: { c: { i: unknown } } };
    expect(document.c.i).toEqual([3, 3, 0, 1, 2, 3, 4, 5, 6, 7, 10]);

    const friend = await visits.open({ flags: 'scene=edges' });
    const { page } = friend;
    const dialog = await openSheet(page);
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file.text),
    });
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(words.opened('mine')).waitFor();
    await expectGrid(gridOf(page, friend.words.response), OWN_RESPONSE);
    // Nothing of the friend's own was there to be offered back.
    expect(await page.getByRole('button', { name: words.backToWork, exact: true }).count()).toBe(0);
    await typeInto(gridOf(page, friend.words.image), 2, 2, '8');
    await typeInto(gridOf(page, friend.words.image), 0, 0, '1');
    await drop(page, 'again.json', file.text);
    await expectGrid(gridOf(page, friend.words.response), OWN_RESPONSE);
    await press(page, words.backToWork);
    await expectGrid(gridOf(page, friend.words.response), EXAMPLE);
    await expect
      .poll(() => gridOf(page, friend.words.image).getByRole('textbox').first().inputValue())
      .toBe('1');
  });

  test('a file that cannot be opened is refused by name, and nothing changes', async () => {
    const visit = await visits.open();
    const { page } = visit;
    await editOwn(visit);
    const { text } = await savedFile(page);
    await drop(page, 'notes.txt', 'milk, bread');
    await page.getByText(words.notOurs).waitFor();
    await drop(page, 'mine.json', text.replace('"s":[1,1]', '"s":[0,1]'));
    await page.getByText(words.invalid).waitFor();
    await expectGrid(gridOf(page, visit.words.response), OWN_RESPONSE);
  });

  test('what was kept in the gallery opens on a later visit; undo takes it back', async () => {
    const profile = await visits.profile();
    const visit = await visits.open({ profile });
    await editOwn(visit);
    await expectGrid(gridOf(visit.page, visit.words.response), OWN_RESPONSE);
    const dialog = await openSheet(visit.page);
    await press(dialog, words.keep);
    await dialog.getByRole('button', { name: words.open(words.kept), exact: true }).waitFor();
    await visit.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const opener = visit.page.getByRole('button', { name: words.documents, exact: true });
    expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
    await typeInto(gridOf(visit.page, visit.words.image), 2, 2, '8');
    await expectGrid(gridOf(visit.page, visit.words.response), EXAMPLE);
    await visit.page.close();

    const { page, words: later } = await visits.open({ profile });
    await expectGrid(gridOf(page, later.response), EXAMPLE);
    await press(await openSheet(page), words.open(words.kept));
    await expectGrid(gridOf(page, later.response), OWN_RESPONSE);
    await page.keyboard.press('Control+z');
    await expectGrid(gridOf(page, later.response), EXAMPLE);
  });
});
