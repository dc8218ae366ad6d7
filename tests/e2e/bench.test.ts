/** The bench page of the build measures, shows and copies, under the page's policy and with a silent console. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { GPU_WALK, useVisits, WALKS, type Visits } from './visits.ts';

async function open(visits: Visits): Promise<Page> {
  const profile = await visits.profile({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await profile.newPage();
  await page.goto(new URL('bench.html', visits.address()).href);
  await page.getByRole('heading', { level: 1, name: visits.words.bench.title }).waitFor();
  return page;
}

describe.each(GPU_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const words = visits.words.bench;

  test('the smallest size, measured and copied', async () => {
    const page = await open(visits);
    await page.getByRole('combobox', { name: words.largest }).selectOption('8');
    await page.getByRole('button', { name: words.measure, exact: true }).click();
    await page.getByRole('heading', { name: words.limits }).waitFor();

    const table = page.getByRole('table');
    for (const name of [words.forward, words.gradient, words.train])
      await table
        .getByRole('rowheader', { name, exact: true })
        .or(table.getByText(name, { exact: true }))
        .waitFor();
    const columns = await table.getByRole('columnheader').allInnerTexts();
    expect(columns).toContain(words.loops);
    expect(columns).toContain('WebGPU');
    // Four operations, each timed on the CPU: no cell says that something failed or was wrong.
    const cells = await table.getByRole('cell').allInnerTexts();
    expect(cells.filter((cell) => /[nµm]s/.test(cell)).length).toBeGreaterThanOrEqual(8);
    expect(cells.filter((cell) => !/[nµm]s|^–$/.test(cell))).toEqual([]);

    await page.getByRole('button', { name: words.markdown }).click();
    await page.getByText(words.copied, { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('| forward 6x8 1x2 |');
    expect(copied).toContain('| WASM SIMD, one thread, f32x4 mul + add |');
    expect(copied).toContain('| WASM SIMD, all cores, f32x4 mul + add |');
  });
});

/** Without an adapter Chromium itself says so in the console of a page that asks for one. */
describe.each(WALKS.filter(({ engine }) => engine === 'WebGPU'))('in $language', (walk) => {
  const visits = useVisits(walk);

  test('it fits the smallest window', async () => {
    const page = await open(visits);
    await page.setViewportSize({ width: 320, height: 800 });
    const overflow = await page.evaluate(() => {
      scrollTo(100_000, scrollY);
      return scrollX;
    });
    expect(overflow).toBe(0);
  });
});
