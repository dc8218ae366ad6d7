/** Figures saved as pictures and films, on the built page and under its policy; every file is read again. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { nodesOf, readXml } from '../math/figure/read-xml.ts';
import { decodeGif } from '../math/gif/decode-gif.ts';
import { typeInto, gridOf, expectGrid } from './grids.ts';
import { PICTURE_WORDS } from './picture-words.ts';
import { CHINESE_WALK, useVisits, type Visit } from './visits.ts';

interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const words = PICTURE_WORDS[walk.language];

  async function openDialog({ page }: Visit): Promise<Locator> {
    await page.getByRole('button', { name: words.open, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: words.dialog, exact: true });
    await dialog.getByRole('img').waitFor();
    return dialog;
  }

  /** Scripts that make pictures: they are fetched when a picture is first wanted. */
  const loadedMakers = (page: Page): Promise<number> =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('/correlation-pictures-'))
          .length,
    );

  async function save(page: Page, dialog: Locator, format: string): Promise<SavedFile> {
    await dialog.getByRole('combobox', { name: words.format, exact: true }).selectOption(format);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: words.save }).click(),
    ]);
    await dialog.getByText(words.saved).waitFor();
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** The texts of a grid of the file. */
  function numbersOf(file: SavedFile, grid: string): string[] {
    const groups = nodesOf(readXml(file.bytes.toString()), 'g');
    const found = groups.find(({ attributes }) => attributes['data-grid'] === grid);
    return found ? nodesOf(found, 'text').map(({ text }) => text) : [];
  }

  test('scene 1: what was typed stands in the SVG, and the captions in the reader’s language', async () => {
    const visit = await visits.open();
    const { page } = visit;
    expect(await loadedMakers(page)).toBe(0);
    await typeInto(gridOf(page, visit.words.image), 0, 0, '7');
    await expectGrid(gridOf(page, visit.words.response), [
      [19, 25],
      [37, 43],
    ]);
    const dialog = await openDialog(visit);
    const file = await save(page, dialog, 'svg');
    expect(file.name).toBe('corr2d-correlation.svg');
    expect(numbersOf(file, 'image')).toEqual(['7', '1', '2', '3', '4', '5', '6', '7', '8']);
    expect(numbersOf(file, 'kernel')).toEqual(['0', '1', '2', '3']);
    expect(numbersOf(file, 'response')).toEqual(['19', '25', '37', '43']);
    const texts = nodesOf(readXml(file.bytes.toString()), 'text').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(words.captions));
    expect(await loadedMakers(page)).toBe(1);
    await dialog.getByRole('checkbox', { name: words.names, exact: true }).uncheck();
    const bare = await save(page, dialog, 'svg');
    const left = nodesOf(readXml(bare.bytes.toString()), 'text').map(({ text }) => text);
    expect(left.filter((text) => words.captions.includes(text))).toEqual([]);
  });

  test('scene 1: the window slides through the GIF, and the WebM is a video', async () => {
    const visit = await visits.open();
    const dialog = await openDialog(visit);
    const gif = await save(visit.page, dialog, 'gif');
    expect(gif.name).toBe('corr2d-correlation.gif');
    const { frames } = decodeGif(gif.bytes);
    expect(frames.map(({ delay }) => delay)).toEqual([50, 50, 50, 200]);
    expect(new Set(frames.map(({ pixels }) => pixels.join())).size).toBe(4);
    const webm = await save(visit.page, dialog, 'webm');
    expect(webm.name).toBe('corr2d-correlation.webm');
    expect(webm.bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  });

  test('scene 2: PNG for print, in the other theme; Escape closes and leaves the page as it was', async () => {
    const visit = await visits.open({ flags: 'scene=edges' });
    const { page } = visit;
    const dialog = await openDialog(visit);
    const light = await save(page, dialog, 'png');
    await dialog.getByRole('combobox', { name: words.theme, exact: true }).selectOption('dark');
    const dark = await save(page, dialog, 'png');
    expect(light.name).toBe('corr2d-edges.png');
    for (const { bytes } of [light, dark]) {
      expect(bytes.subarray(12, 16).toString()).toBe('IHDR');
      expect(bytes.subarray(37, 41).toString()).toBe('pHYs');
      expect(bytes.readUInt32BE(41)).toBe(11_811);
    }
    expect(dark.bytes.equals(light.bytes)).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const opener = page.getByRole('button', { name: words.open, exact: true });
    expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  test('scene 3: the run that was made, and the whole of it as a film', async () => {
    const visit = await visits.open({ flags: 'scene=learning' });
    const { page } = visit;
    await page.getByRole('button', { name: visit.words.run, exact: true }).click();
    await expectGrid(gridOf(page, visit.words.learnedKernel), [[1.0307, -0.9488]]);
    const dialog = await openDialog(visit);
    const file = await save(page, dialog, 'svg');
    expect(file.name).toBe('corr2d-learning.svg');
    expect(numbersOf(file, 'learned')).toEqual(['1.0307', '−0.9488']);
    expect(numbersOf(file, 'teacher')).toEqual(['1', '−1']);
    await dialog.getByRole('combobox', { name: words.format, exact: true }).selectOption('gif');
    await dialog.getByRole('combobox', { name: words.size, exact: true }).selectOption('1');
    const { frames } = decodeGif((await save(page, dialog, 'gif')).bytes);
    expect(frames).toHaveLength(11);
    const isNew = frames.map(({ pixels }, i) =>
      pixels.some((pixel, at) => pixel !== frames[i - 1]?.pixels[at]),
    );
    expect(isNew).toEqual(Array<boolean>(11).fill(true));
  });

  test('scene 4: the maps of the stack', async () => {
    const visit = await visits.open({ flags: 'scene=receptive' });
    const dialog = await openDialog(visit);
    const file = await save(visit.page, dialog, 'svg');
    expect(file.name).toBe('corr2d-receptive-field.svg');
    expect(numbersOf(file, '1:0')).toEqual(['19', '25', '37', '43']);
    expect(numbersOf(file, '2:0')).toEqual(['228']);
    const formats = dialog.getByRole('combobox', { name: words.format, exact: true }).getByRole('option');
    expect(await formats.count()).toBe(2);
  });
});
