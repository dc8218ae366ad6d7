/**
 * How the page keeps up with a hand: a 64×64 image is painted in the built page, on the CPU engine, with every response
 * shown, and the browser's own timeline says how long frames took and how long inputs waited to be seen.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { build, preview } from 'vite';
import { ROOT } from './install.ts';

/** Times in milliseconds. */
export interface PaintingFigures {
  readonly what: string;
  readonly inputs: number;
  readonly frames: { readonly median: number; readonly p95: number; readonly longest: number };
  /** Inputs that were seen later than a frame at 60 Hz (Event Timing API, in steps of 8 ms), and the latest. */
  readonly late: { readonly count: number; readonly longest: number };
  /** From an input that changed the image to the feature maps of that very image on their canvases; null without such maps. */
  readonly maps: MapTimes | null;
}

export interface MapTimes {
  readonly images: number;
  /** Images that a next one took the place of before their maps were drawn. */
  readonly overtaken: number;
  readonly median: number;
  readonly p95: number;
}

interface Scene {
  readonly name: string;
  readonly what: string;
  readonly prepare: (page: Page) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  { name: 'edges', what: 'painting 64×64 with two responses', prepare: () => Promise.resolve() },
  {
    name: 'receptive',
    what: 'painting 64×64 through eight layers',
    prepare: async (page) => {
      await page.locator('[data-example=deep]').first().click();
      await page.getByRole('button', { name: 'Draw on the image' }).click();
    },
  },
];

const DURATION = 3000;
const SETTLED = 1500;

/** Builds the site into a folder of its own, paints in it, and takes it away again. */
export async function measurePainting(browser: Browser): Promise<readonly PaintingFigures[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'corr2d-page-'));
  await build({ root: ROOT, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({ root: ROOT, logLevel: 'error', build: { outDir }, preview: { port: 0 } });
  try {
    const url = server.resolvedUrls?.local[0] ?? '';
    const figures: PaintingFigures[] = [];
    for (const scene of SCENES) figures.push(await measureScene(browser, url, scene));
    return figures;
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function measureScene(browser: Browser, url: string, scene: Scene): Promise<PaintingFigures> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1300 } });
  await page.goto(`${url}#scene=${scene.name}&engine=cpu&lang=en`);
  await scene.prepare(page);
  await openPicture(page);
  const figures = await paint(page);
  await page.close();
  return { what: scene.what, ...figures };
}

/** The gallery's landscape, 64×64. */
async function openPicture(page: Page): Promise<void> {
  const gallery = page.locator('corr2d-picture-tools details').first();
  await gallery.locator('summary').click();
  await gallery.locator('select').selectOption('64');
  await gallery.locator('[data-example=hills]').click();
  await gallery.locator('summary').click();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await page.waitForTimeout(SETTLED);
}

async function paint(page: Page): Promise<Omit<PaintingFigures, 'what'>> {
  const box = await page.locator('corr2d-paint-grid .table').first().boundingBox();
  if (box === null) throw new Error('there is no image to paint on');
  await page.evaluate(watchTimeline);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  const start = performance.now();
  let inputs = 0;
  for (let time = 0; time < DURATION; time = performance.now() - start, inputs++) {
    const angle = time / 400;
    const x = middle.x + Math.cos(angle) * 0.4 * box.width;
    await page.mouse.move(x, middle.y + Math.sin(1.3 * angle) * 0.4 * box.height);
  }
  await page.mouse.up();
  await page.waitForTimeout(SETTLED);
  const { frames, late, maps } = await page.evaluate(() => (globalThis as unknown as Timeline).timeline);
  return {
    inputs,
    frames: { median: quantile(frames, 0.5), p95: quantile(frames, 0.95), longest: Math.max(...frames) },
    late: { count: late.length, longest: Math.max(0, ...late) },
    maps:
      maps.times.length === 0
        ? null
        : {
            images: maps.begun,
            overtaken: maps.begun - maps.times.length,
            median: quantile(maps.times, 0.5),
            p95: quantile(maps.times, 0.95),
          },
  };
}

interface Timeline {
  timeline: {
    readonly frames: number[];
    readonly late: number[];
    readonly maps: { begun: number; readonly times: number[] };
  };
}

/** Of the page's elements, what is looked at from outside. */
interface Painted extends Element {
  readonly grid: { readonly values: readonly number[] };
}
interface Mapped extends Element {
  readonly levels: readonly { readonly data: Float32Array }[];
}

/** Runs in the page. */
function watchTimeline(): void {
  const timeline: Timeline['timeline'] = { frames: [], late: [], maps: { begun: 0, times: [] } };
  (globalThis as unknown as Timeline).timeline = timeline;
  let last = performance.now();
  const onFrame = (now: number): void => {
    timeline.frames.push(now - last);
    last = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name.startsWith('pointer') && duration > 17) timeline.late.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  watchMaps();

  /** Each image that is painted is waited for in the figure's levels; a map is drawn when its pixels are put on a canvas. */
  function watchMaps(): void {
    const scene = find('corr2d-receptive-scene')?.shadowRoot;
    if (!scene) return;
    const [paper, figure] = [find('corr2d-paint-grid', scene), find('corr2d-stack-figure', scene)];
    if (!paper || !figure) return;
    let waiting: { readonly grid: Painted['grid']; readonly since: number } | null = null;
    let known = (paper as Painted).grid;
    const put = Reflect.get(CanvasRenderingContext2D.prototype, 'putImageData') as () => void;
    let isChecking = false;
    CanvasRenderingContext2D.prototype.putImageData = function (...args: unknown[]): void {
      Reflect.apply(put, this, args);
      if (isChecking) return;
      isChecking = true;
      // All maps of an image are drawn in one go, before anything else has its turn.
      soon(() => {
        isChecking = false;
        const { data } = (figure as Mapped).levels[0] ?? {};
        if (!waiting || !data || !waiting.grid.values.every((value, at) => Math.fround(value) === data[at]))
          return;
        timeline.maps.times.push(performance.now() - waiting.since);
        waiting = null;
      });
    };
    addEventListener('pointermove', ({ timeStamp }) => {
      soon(() => {
        const { grid } = paper as Painted;
        if (grid === known) return;
        known = grid;
        timeline.maps.begun++;
        waiting = { grid, since: timeStamp };
      });
    });
  }

  /** After what is going on and all that follows from it at once. */
  function soon(task: () => void): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = task;
    port2.postMessage(null);
  }

  function find(tag: string, root: ParentNode = document): Element | null {
    const found = root.querySelector(tag);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && find(tag, shadowRoot);
      if (inside) return inside;
    }
    return null;
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** A line for the terminal. */
export function paintingText({ what, inputs, frames, late, maps }: PaintingFigures): string {
  const time = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
  return [
    `${what} on the CPU engine: a frame ${time(frames.median)} (median), ${time(frames.p95)} (95 %),`,
    `${time(frames.longest)} (longest); ${String(late.count)} of ${String(inputs)} inputs seen later than the next frame,`,
    `the latest after ${time(late.longest)}`,
    ...(maps
      ? [
          `; from a stroke to the feature maps of its image ${time(maps.median)} (median), ${time(maps.p95)} (95 %),`,
          `${String(maps.overtaken)} of ${String(maps.images)} images overtaken by the next`,
        ]
      : []),
  ].join(' ');
}
