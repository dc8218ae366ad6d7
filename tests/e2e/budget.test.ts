/** How soon the page answers on a slow line and a slow machine, and that nothing moves under the reader's eyes. */
import type { Browser, Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtFolder } from '../harness/built-folder.ts';
import { openBrowser } from '../harness/page.ts';
import { contention, median } from './contention.ts';
import { deploySite, type DeployedSite, type Line } from './deployed-site.ts';

/** Below this a shift is a rounding of pixels. */
const MOST_SHIFT = 0.01;
/** What is called good: figures have the reserved height in the usual fonts only. */
const MOST_SHIFT_OF_ARTICLE = 0.1;
const MOST_MS = 1000;
const TRIALS = 3;

/** A line and a processor that Lighthouse knows: so many times slower than this machine. */
interface Profile extends Line {
  readonly slower: number;
}
/** Its `desktopDense4G`. */
const DESKTOP: Profile = { bits: 10e6, roundTrip: 40, slower: 1 };
/** Its `mobileSlow4G`, a phone on a poor line: measured and printed, not held. */
const PHONE: Profile = { bits: 1.6e6, roundTrip: 150, slower: 4 };

let browser: Browser;
let site: DeployedSite;

beforeAll(async () => {
  browser = await openBrowser({ webgpu: false });
  return () => browser.close();
});

beforeEach(async () => {
  site = await deploySite(builtFolder());
});

interface Watched {
  /** When the response's numbers were there, and when the page had nothing else to do; milliseconds of the visit. */
  shownMs?: number;
  quietMs?: number;
  shift: number;
  /** What moved most. */
  moved: string;
}

/** As browsers tell it; TypeScript does not know it. */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
}

/** Watches a page from its first moment on. Runs in the page. */
function watch(): void {
  const watched: Watched = { shift: 0, moved: '' };
  (globalThis as unknown as { watched: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      watched.shift += entry.value;
      // Nodes of shadow trees are not told; places are.
      for (const { previousRect: from, currentRect: to } of entry.sources)
        watched.moved += `${[from, to].map(({ x, y, width, height }) => [x, y, width, height].join(' ')).join(' → ')}; `;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const find = (root: ParentNode, path: readonly string[]): Element | null => {
    const [selector = '', ...rest] = path;
    const found = root.querySelector(selector);
    return rest.length === 0 || !found?.shadowRoot
      ? rest.length === 0
        ? found
        : null
      : find(found.shadowRoot, rest);
  };
  const look = (): void => {
    const path = [
      'corr2d-app',
      'corr2d-correlation-scene',
      'corr2d-correlation-figure',
      'corr2d-number-grid[name=response]',
      '[role=grid]:not([aria-busy=true])',
    ];
    if (!find(document, path)?.textContent.includes('43')) {
      requestAnimationFrame(look);
      return;
    }
    watched.shownMs = performance.now();
    requestIdleCallback(() => {
      watched.quietMs = performance.now();
    });
  };
  look();
}

const watchedOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

async function visit(flags: string, width: number, locale: string, profile?: Profile): Promise<Watched> {
  const context = await browser.newContext({
    locale,
    viewport: { width, height: 800 },
    serviceWorkers: 'block',
  });
  await context.addInitScript(watch);
  const page = await context.newPage();
  if (profile) {
    site.putBehind(profile);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: profile.slower });
  }
  await page.goto(site.url + flags);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (profile)
    await expect.poll(async () => (await watchedOn(page)).quietMs, { timeout: 20_000 }).toBeGreaterThan(0);
  // What loads late must not move anything either.
  await page.waitForLoadState('networkidle');
  const watched = await watchedOn(page);
  await context.close();
  return watched;
}

/** Until the numbers are there and the page is ready for more, as on a machine that does nothing else. */
async function readyMs(profile: Profile): Promise<number> {
  const before = contention();
  const { quietMs = Infinity } = await visit('', 1280, 'en-US', profile);
  return quietMs / ((before + contention()) / 2);
}

test(
  'scene 1 has its numbers and is ready for more within a second, on a desktop with 4G',
  { timeout: 180_000 },
  async () => {
    const times: number[] = [];
    // Two of three decide it.
    const isDecided = (): boolean => {
      const fast = times.filter((time) => time < MOST_MS).length;
      return Math.max(fast, times.length - fast) > TRIALS / 2;
    };
    while (!isDecided()) times.push(await readyMs(DESKTOP));
    const phone = await readyMs(PHONE);
    console.info(
      `ready after ${median(times).toFixed()} ms; on a phone with slow 4G after ${phone.toFixed()} ms`,
    );
    expect(median(times), times.join()).toBeLessThan(MOST_MS);
  },
);

test.each([900, 360])('figures that come into an article %d px wide move little of it', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, serviceWorkers: 'block' });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(`${site.url}embed-demo.html`);
  for (const figure of await page.locator('corr2d-figure, iframe').all()) {
    await figure.scrollIntoViewIfNeeded();
    const isFrame = await figure.evaluate((element) => element.localName === 'iframe');
    await (isFrame ? figure.contentFrame() : figure).getByRole('link').waitFor();
  }
  const { shift, moved } = await watchedOn(page);
  expect(shift, moved).toBeLessThan(MOST_SHIFT_OF_ARTICLE);
  await context.close();
});

// Wide and narrow, and lines of either language: each once.
describe.each([
  ['en-US', 1280],
  ['zh-CN', 360],
] as const)('in %s, %d px wide', (locale, width) => {
  test.each(['correlation', 'edges', 'learning', 'receptive'])(
    'nothing of %s moves while it loads',
    async (scene) => {
      const { shift, moved } = await visit(`#scene=${scene}`, width, locale);
      expect(shift, moved).toBeLessThan(MOST_SHIFT);
    },
  );
});
