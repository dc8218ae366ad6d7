/**
 * The figures look as they looked when somebody last looked at them. Letters are left out: they are other ones on every
 * machine. `UPDATE_FIGURES=1` keeps new pictures, to be looked at before they are committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useVisits } from './visits.ts';
import type { Locator, Page } from 'playwright';

const FOLDER = new URL('../fixtures/figures/', import.meta.url);
/** Edges of shapes are smoothed a little differently by other graphics. */
const MOST_DIFFERENT = 0.002;
/** Of 255, in any channel. */
const VISIBLE = 24;

/** Signs between the grids are as wide as their font makes them. */
const WITHOUT_LETTERS = `
  * { color: transparent !important; caret-color: transparent !important; }
  .operator { min-width: 2rem !important; }
  .operator, .caption { font-size: 0 !important; }`;

/** By the name of its picture. */
const FIGURES: readonly (readonly [name: string, flags: string, tag: string])[] = [
  ['correlation', 'scene=correlation', 'corr2d-correlation-figure'],
  ['edges', 'scene=edges', 'corr2d-edge-figure'],
  ['edges-dark', 'scene=edges&theme=dark', 'corr2d-edge-figure'],
  ['learning', 'scene=learning', 'corr2d-learning-figure .equation'],
  // Numbers in maps are drawn, but not into cells as small as this map's.
  ['receptive', 'scene=receptive', 'corr2d-feature-map[name="1:0"]'],
];

/** The share of pixels that differ visibly, or why they cannot be compared; the browser decodes both pictures. */
function difference(page: Page, pictures: readonly [string, string]): Promise<number | string> {
  return page.evaluate(
    async ([urls, visible]) => {
      const [one, other] = await Promise.all(
        urls.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const { naturalWidth: width, naturalHeight: height } = image;
          const canvas = Object.assign(document.createElement('canvas'), { width, height });
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, width, height);
        }),
      );
      if (!one || !other) return 'no picture';
      if (one.width !== other.width || one.height !== other.height)
        return `${String(one.width)}×${String(one.height)} in place of ${String(other.width)}×${String(other.height)}`;
      let different = 0;
      for (let at = 0; at < one.data.length; at += 4) {
        const isVisible = [0, 1, 2].some(
          (channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > visible,
        );
        if (isVisible) different++;
      }
      return different / (one.width * one.height);
    },
    [pictures, VISIBLE] as const,
  );
}

/** Once the figure has come to rest. */
async function pictureOf(figure: Locator): Promise<Buffer> {
  const take = (): Promise<Buffer> =>
    figure.screenshot({
      animations: 'disabled',
      style: WITHOUT_LETTERS,
    });
  let last = await take();
  await expect
    .poll(async () => {
      const before = last;
      last = await take();
      return last.equals(before);
    })
    .toBe(true);
  return last;
}

const asUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

describe('figures', () => {
  const visits = useVisits({ engine: 'CPU', language: 'en' });

  test.each(FIGURES)('%s', async (name, flags, tag) => {
    // The style that hides the letters is not the page's own.
    const profile = await visits.profile({ bypassCSP: true, viewport: { width: 1024, height: 900 } });
    const { page } = await visits.open({ flags, profile });
    const figure = page.locator(tag).first();
    await figure.waitFor();
    if (name === 'receptive')
      await page.getByRole('button', { name: 'LeNet-5', exact: true }).first().click();
    await page.mouse.move(0, 0);
    const picture = await pictureOf(figure);
    const file = new URL(`${name}.png`, FOLDER);
    if (process.env.UPDATE_FIGURES === '1') writeFileSync(file, picture);
    const found = await difference(page, [asUrl(picture), asUrl(readFileSync(file))]);
    expect(found, 'the share of pixels that look different').toBeLessThan(MOST_DIFFERENT);
  });
});
