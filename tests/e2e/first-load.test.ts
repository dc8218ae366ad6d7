/** What a first visit to scene 1 fetches before the response has its numbers, by what a host really sends. */
import type { Browser } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { builtFolder } from '../harness/built-folder.ts';
import { deploySite, type Sent } from './deployed-site.ts';
import { serveHostPage } from './host-page.ts';
import { NUMBERS_SHOWN, watchNumbers } from './numbers-shown.ts';
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

// `most`: KiB of all scripts that come by themselves, the engine's worker and its WebAssembly included.
test.each<[string, number, (site: string) => string | Promise<string>]>([
  ['the page', 154, (site) => site],
  ['a frame', 94, (site) => `${site}#embed`],
  ['a frame with all its controls', 116, (site) => `${site}#embed=all`],
  ['the element', 89, (site) => serveHostPage(element(site))],
])('%s: at most 60 KiB of gzipped scripts before the numbers are shown', async (_, most, addressOf) => {
  const site = await deploySite(builtFolder(), () => [['Access-Control-Allow-Origin', '*']]);
  const context = await browser.newContext({ locale: 'en-US', serviceWorkers: 'block' });
  await context.addInitScript(watchNumbers);
  const page = await context.newPage();
  await page.goto(await addressOf(site.url));
  const shownAt = await (await page.waitForFunction(NUMBERS_SHOWN)).jsonValue();
  await expect.poll(() => site.sent.some(({ path }) => /\bworker-/.test(path))).toBe(true);
  await page.waitForLoadState('networkidle');
  await context.close();

  const scripts = site.sent.filter(isScript);
  const first = scripts.filter(({ at }) => at <= shownAt);
  const list = scripts.map(
    ({ path, bytes, at }) => `${path} ${String(bytes)} ${at <= shownAt ? '' : 'later'}`,
  );
  expect(first.length, 'nothing was counted').toBeGreaterThan(8);
  expect(sizeOf(first), list.join('\n')).toBeLessThan(MOST_FIRST);
  expect(sizeOf(scripts), list.join('\n')).toBeLessThan(most);
});
