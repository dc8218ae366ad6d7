/** What a first visit to scene 1 fetches before the response has its numbers, by what a host really sends. */
import type { Browser, Page } from 'playwright';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { builtFolder } from '../harness/built-folder.ts';
import { deploySite, type Sent } from './deployed-site.ts';
import { serveHostPage } from './host-page.ts';
import { NUMBERS_SHOWN, watchNumbers } from './numbers-shown.ts';
import { plainWords } from './plain-words.ts';
import { sharedBrowser } from './shared-browsers.ts';

const KIB = 1024;
const MOST_FIRST = 60;

let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser({ webgpu: false });
});

const isScript = ({ path }: Sent): boolean => /\.(js|wasm)$/.test(path);
const sizeOf = (sent: readonly Sent[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0) / KIB;
const element = (site: string): string =>
  `<script type="module" src="${site}element/corr2d-figure.js"></script><corr2d-figure loading="eager"></corr2d-figure>`;

interface FirstLoad {
  readonly page: Page;
  /** KiB of scripts before the numbers are shown, and of all that come by themselves. */
  readonly first: number;
  readonly all: number;
  readonly list: string;
}

async function load(address: (site: string) => string | Promise<string>, locale: string): Promise<FirstLoad> {
  const site = await deploySite(builtFolder(), () => [['Access-Control-Allow-Origin', '*']]);
  const context = await browser.newContext({ locale, serviceWorkers: 'block' });
  onTestFinished(() => context.close());
  await context.addInitScript(watchNumbers);
  const page = await context.newPage();
  await page.goto(await address(site.url));
  const shownAt = await (await page.waitForFunction(NUMBERS_SHOWN)).jsonValue();
  await expect.poll(() => site.sent.some(({ path }) => /\bworker-/.test(path))).toBe(true);
  await page.waitForLoadState('networkidle');

  const scripts = site.sent.filter(isScript);
  const first = scripts.filter(({ at }) => at <= shownAt);
  const list = scripts.map(
    ({ path, bytes, at }) => `${path} ${String(bytes)} ${at <= shownAt ? '' : 'later'}`,
  );
  expect(first.length, 'nothing was counted').toBeGreaterThan(8);
  return { page, first: sizeOf(first), all: sizeOf(scripts), list: list.join('\n') };
}

// `most`: KiB of all scripts that come by themselves, the engine's worker and its WebAssembly included.
test.each<[string, number, (site: string) => string | Promise<string>]>([
  ['the page', 150, (site) => site],
  ['a frame', 90, (site) => `${site}#embed`],
  ['a frame with all its controls', 114, (site) => `${site}#embed=all`],
  ['the element', 89, (site) => serveHostPage(element(site))],
])('%s: at most 60 KiB of gzipped scripts before the numbers are shown', async (_, most, addressOf) => {
  const { first, all, list } = await load(addressOf, 'en-US');
  expect(first, list).toBeLessThan(MOST_FIRST);
  expect(all, list).toBeLessThan(most);
});

test('the page in Chinese: its first texts come before the numbers, the rest after them', async () => {
  const { page, first, list } = await load((site) => site, 'zh-CN');
  expect(first, list).toBeLessThan(MOST_FIRST);
  expect(list).toMatch(/zh-CN-whole-\S+ \d+ later/);
  await page.locator('corr2d-scene-lesson h2').first().waitFor();
  expect(await plainWords(page)).toEqual([]);
});

test.each([
  ['the page', ''],
  ['a frame', '#embed=all'],
])('%s in Chinese without the rest of the texts says nothing in English', async (_, hash) => {
  const site = await deploySite(builtFolder());
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  onTestFinished(() => context.close());
  await context.addInitScript(watchNumbers);
  const page = await context.newPage();
  let refused = 0;
  await page.route('**/zh-CN-whole-*.js', (route) => {
    refused++;
    return route.abort();
  });
  await page.goto(site.url + hash);
  await page.waitForFunction(NUMBERS_SHOWN);
  // What needs the rest says so, in the language of the page.
  await page.getByText('这一部分无法载入').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(refused).toBeGreaterThan(0);
  expect(await page.locator('h1').textContent()).toContain('卷积层');
  expect(await plainWords(page)).toEqual([]);
});
