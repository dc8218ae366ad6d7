/** The headers that the build proposes (`_headers`) break nothing: page, worker, offline use, and figures elsewhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright';
import { builtFolder } from '../harness/built-folder.ts';
import { deploySite } from './deployed-site.ts';
import { expectGrid, gridOf } from './grids.ts';
import { serveHostPage } from './host-page.ts';
import { sharedBrowser } from './shared-browsers.ts';
import { WORDS } from './words.ts';

const EXAMPLE = [
  [19, 25],
  [37, 43],
];
const words = WORDS.en;

/** The rules of the file: a path that may end in `*`, and the headers below it. */
function readRules(): readonly { readonly path: RegExp; readonly headers: readonly [string, string][] }[] {
  const text = readFileSync(join(builtFolder(), '_headers'), 'utf8').replace(/^#.*$/gm, '');
  return text
    .split(/\n(?=\/)/)
    .filter((rule) => rule.trim() !== '')
    .map((rule) => {
      const [path = '', ...lines] = rule.trim().split('\n');
      const headers = lines.map(
        (line) =>
          line
            .trim()
            .split(/: (.*)/s)
            .slice(0, 2) as [string, string],
      );
      return { path: new RegExp(`^${path.replace('*', '.*')}$`), headers };
    });
}

function headersOf(path: string): readonly [string, string][] {
  return readRules().flatMap((rule) => (rule.path.test(path) ? rule.headers : []));
}

let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser({ webgpu: false });
});

test('the file says something of every kind of file', () => {
  expect(Object.fromEntries(headersOf('/index.html'))).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
  expect(Object.fromEntries(headersOf('/assets/a.js'))).toMatchObject({
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
  expect(Object.fromEntries(headersOf('/element/a.js'))).toMatchObject({
    'Access-Control-Allow-Origin': '*',
  });
});

test('under them the page works, is kept, and stands in other pages', async () => {
  const site = await deploySite(builtFolder(), headersOf);
  const profile = await browser.newContext({ locale: 'en-US' });
  const faults: string[] = [];
  profile.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const page = await profile.newPage();
  await page.goto(site.url);
  await expectGrid(gridOf(page, words.response), EXAMPLE);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 20_000 })
    .toBe('activated');

  const host = await profile.newPage();
  const module = `<script type="module" src="${site.url}element/corr2d-figure.js"></script>`;
  const figures = `<corr2d-figure></corr2d-figure><iframe src="${site.url}#embed" width="700" height="500"></iframe>`;
  // Blogs put frames into a sandbox: without an origin, what the frame loads of its own is another's.
  const boxed = `<iframe sandbox="allow-scripts" src="${site.url}#embed" width="700" height="500"></iframe>`;
  await host.goto(await serveHostPage(module + figures + boxed));
  await expectGrid(gridOf(host, words.response), EXAMPLE);
  for (const frame of ['iframe >> nth=0', 'iframe >> nth=1'])
    await expectGrid(gridOf(host.frameLocator(frame), words.response), EXAMPLE);
  await profile.close();
  expect(faults).toEqual([]);
});
