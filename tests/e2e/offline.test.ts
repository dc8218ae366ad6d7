/** The page without its host, and under a new build: all of one build, always, and the new one when it is asked for. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listPrecache } from '../../offline/precache.ts';
import { builtFolder } from '../harness/built-folder.ts';
import { deploySite, makeNextBuild, type DeployedSite } from './deployed-site.ts';
import { expectGrid, gridOf, typeInto } from './grids.ts';
import { sharedBrowser } from './shared-browsers.ts';
import { WORDS } from './words.ts';

const words = WORDS.en;
const EDGES = words.headings.edges;
const NEXT_EDGES = 'How might a kernel see an edge?';
const EXAMPLE = [
  [19, 25],
  [37, 43],
];

let browser: Browser;
let site: DeployedSite;
let profile: BrowserContext;

beforeAll(async () => {
  browser = await sharedBrowser({ webgpu: false });
});

beforeEach(async () => {
  site = await deploySite(builtFolder());
  profile = await browser.newContext({ locale: 'en-US' });
  return () => profile.close();
});

async function open(flags = ''): Promise<Page> {
  const page = await profile.newPage();
  await page.goto(site.url + flags);
  return page;
}

/** The first visit, until everything is kept. */
async function visitOnce(): Promise<Page> {
  const page = await open();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 20_000 })
    .toBe('activated');
  return page;
}

const scene = (page: Page, name: keyof typeof words.scenes) =>
  page.getByRole('link', { name: words.scenes[name], exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const updateButton = (page: Page) => page.getByRole('button', { name: words.embed.updateNow, exact: true });

/** The browser's own look at the host, which it takes at each visit and once a day. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

/** What a window still loads would start the old worker anew, and Chromium then waits half a minute until that has idled. */
async function quiet(page: Page): Promise<void> {
  let loaded = -1;
  const isSettled = async (): Promise<boolean> => {
    const before = loaded;
    loaded = await page.evaluate(() => performance.getEntriesByType('resource').length);
    return loaded === before;
  };
  await expect.poll(isSettled, { interval: 1000 }).toBe(true);
}

/** A later build, which asks its question of scene 2 in other words. */
const laterBuild = () => makeNextBuild(builtFolder(), (code) => code.replaceAll(EDGES, NEXT_EDGES));

describe('without its host', () => {
  test('after one visit every file is kept, under the build’s own hash, and all of the page is there', async () => {
    const visit = await visitOnce();
    const kept = await visit.evaluate(async () => {
      const names = await caches.keys();
      const cache = await caches.open(names[0] ?? '');
      return { names, urls: (await cache.keys()).map(({ url }) => url) };
    });
    expect(kept.names).toHaveLength(1);
    const paths = Object.keys(listPrecache(builtFolder())).map((path) => (path === 'index.html' ? '' : path));
    expect(kept.urls.sort()).toEqual(paths.map((path) => site.url + path).sort());
    await visit.close();

    site.stop();
    const page = await open();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await expectGrid(gridOf(page, words.response), EXAMPLE);
    await typeInto(gridOf(page, words.image), 2, 2, '10');
    await expectGrid(gridOf(page, words.response), [
      [19, 25],
      [37, 49],
    ]);
    await scene(page, 'edges');
    await heading(page, EDGES);
    await scene(page, 'learning');
    await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('fast');
    await page.getByRole('button', { name: words.run, exact: true }).click();
    await expectGrid(gridOf(page, words.learnedKernel), [[1.0307, -0.9488]]);
    await scene(page, 'receptive');
    await heading(page, words.headings.receptive);
    await page.getByRole('button', { name: words.otherLanguage, exact: true }).click();
    await heading(page, WORDS['zh-CN'].headings.receptive);
    await page.goto(`${site.url}bench.html`);
    await heading(page, WORDS['zh-CN'].bench.title);
    // A figure that was never opened.
    const figure = await open('#embed&scene=edges&lang=en');
    await figure.getByRole('link', { name: words.embed.openInPlayground, exact: true }).waitFor();
    await gridOf(figure, words.response).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('under a new build', () => {
  test('the page stays whole, asks, and changes when it is told to; work is kept', async () => {
    const page = await visitOnce();
    await typeInto(gridOf(page, words.image), 2, 2, '10');
    await expect.poll(() => page.url()).toContain('s=2.');
    site.deploy(await laterBuild());
    await lookForUpdate(page);
    await updateButton(page).waitFor();

    // Its lazy parts are no longer on the host.
    await scene(page, 'edges');
    await heading(page, EDGES);
    await page.reload();
    await heading(page, EDGES);
    await updateButton(page).waitFor();
    const other = await open('#scene=correlation');
    await expectGrid(gridOf(other, words.response), [
      [19, 25],
      [37, 49],
    ]);

    await updateButton(other).waitFor();
    await quiet(other);
    await updateButton(page).click();
    await heading(page, NEXT_EDGES);
    await scene(page, 'correlation');
    await expectGrid(gridOf(page, words.response), [
      [19, 25],
      [37, 49],
    ]);
    expect(await updateButton(page).count()).toBe(0);

    // A window that was not asked stays as it is, whole, until its reader reloads it.
    await scene(other, 'edges');
    await heading(other, EDGES);
    await other.reload();
    await heading(other, NEXT_EDGES);
  });

  test('half a deployment changes nothing', async () => {
    const page = await visitOnce();
    const next = await laterBuild();
    const lazy = Object.keys(listPrecache(next)).find((path) => path.includes('receptive-scene'));
    await rm(join(next, lazy ?? 'there is no such part'));
    site.deploy(next);
    await lookForUpdate(page).catch(() => undefined);
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing ?? null),
      )
      .toBeNull();
    expect(await updateButton(page).count()).toBe(0);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    await page.reload();
    await scene(page, 'edges');
    await heading(page, EDGES);
  });

  test('only the last two builds are kept', async () => {
    const page = await visitOnce();
    for (const word of ['first', 'second']) {
      site.deploy(await makeNextBuild(builtFolder(), (code) => code.replaceAll(EDGES, `${EDGES} ${word}`)));
      await lookForUpdate(page);
      await updateButton(page).click();
      await expect.poll(() => updateButton(page).count()).toBe(0);
      await scene(page, 'edges');
      await heading(page, `${EDGES} ${word}`);
    }
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2);
  });
});

test('browsers find the page installable', async () => {
  const page = await open();
  const session = await profile.newCDPSession(page);
  const manifest = await session.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  expect(manifest.url).toBe(`${site.url}manifest.webmanifest`);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Chromium installs nothing from a profile without a trace.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
