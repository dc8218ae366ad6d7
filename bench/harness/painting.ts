/**
 * How the page keeps up with a hand: a 64×64 image is painted in the built page, on the CPU engine, with every response
 * shown, and the browser's own timeline says how long frames took and how long inputs waited to be seen. Moves come at the
 * rate of a screen, as those of a real mouse do after the browser has put them together, and wait for no answer.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { FRAME } from '../report/targets.ts';
import { withBuilt } from './built-site.ts';
import { giveFindElement } from './find-element.ts';
import { traceMoves } from './input-latency.ts';
import { quantile, spreadOf, spreadText, timeText, type Spread } from './spread.ts';

/** Times in milliseconds. */
export interface PaintingFigures {
  readonly what: string;
  readonly inputs: number;
  /** Of the stroke; `onTime` is the share of those that no frame was missed before. */
  readonly frames: Spread & { readonly onTime: number };
  /** From an input to the frame that showed it. */
  readonly latency: Spread & { readonly shown: number };
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
/** Of a frame that was not missed: those of the browser's clock differ by a little. */
const MOST_FRAMES = 1.2;

export async function measurePainting(browser: Browser): Promise<readonly PaintingFigures[]> {
  return withBuilt(async (url) => {
    const figures: PaintingFigures[] = [];
    for (const scene of SCENES) figures.push(await measureScene(browser, url, scene));
    return figures;
  });
}

async function measureScene(browser: Browser, url: string, scene: Scene): Promise<PaintingFigures> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1300 } });
  await giveFindElement(page);
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
  const cdp = await page.context().newCDPSession(page);
  let inputs = 0;
  const latency = await traceMoves(cdp, async () => {
    inputs = await stroke(page, cdp, box);
  });
  const { frames, maps } = await page.evaluate(() => (globalThis as unknown as Timeline).timeline);
  const onTime = frames.filter((time) => time < MOST_FRAMES * FRAME).length / frames.length;
  return {
    inputs,
    frames: { ...spreadOf(frames), onTime },
    latency: { ...spreadOf(latency), shown: latency.length },
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

/** Draws curves for a while and returns the number of moves. */
async function stroke(page: Page, cdp: CDPSession, box: Box): Promise<number> {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.evaluate(() => {
    (globalThis as unknown as Timeline).timeline.isDrawing = true;
  });
  const start = performance.now();
  const moves: Promise<unknown>[] = [];
  for (let time = 0; time < DURATION; time = performance.now() - start) {
    const angle = time / 400;
    const x = middle.x + Math.cos(angle) * 0.4 * box.width;
    const y = middle.y + Math.sin(1.3 * angle) * 0.4 * box.height;
    moves.push(
      cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 }),
    );
    await sleep(FRAME - ((performance.now() - start) % FRAME));
  }
  await Promise.all(moves);
  await page.evaluate(() => {
    (globalThis as unknown as Timeline).timeline.isDrawing = false;
  });
  await page.mouse.up();
  await page.waitForTimeout(SETTLED);
  return moves.length;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Timeline {
  timeline: {
    isDrawing: boolean;
    readonly frames: number[];
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
  const timeline: Timeline['timeline'] = { isDrawing: false, frames: [], maps: { begun: 0, times: [] } };
  (globalThis as unknown as Timeline).timeline = timeline;
  let last = performance.now();
  const onFrame = (now: number): void => {
    if (timeline.isDrawing) timeline.frames.push(now - last);
    last = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  watchMaps();

  /** Each image that is painted is waited for in the figure's levels; a map is drawn when its pixels are put on a canvas. */
  function watchMaps(): void {
    const scene = findElement('corr2d-receptive-scene')?.shadowRoot;
    if (!scene) return;
    const paper = findElement('corr2d-paint-grid', scene);
    const figure = findElement('corr2d-stack-figure', scene);
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
}

/** A line for the terminal. */
export function paintingText({ what, inputs, frames, latency, maps }: PaintingFigures): string {
  return [
    `${what} on the CPU engine: a frame ${spreadText(frames)}, ${(100 * frames.onTime).toFixed(0)} % on time;`,
    `${String(latency.shown)} of ${String(inputs)} inputs shown after ${spreadText(latency)}`,
    ...(maps
      ? [
          `; from a stroke to the feature maps of its image ${timeText(maps.median)} (median), ${timeText(maps.p95)} (95 %),`,
          `${String(maps.overtaken)} of ${String(maps.images)} images overtaken by the next`,
        ]
      : []),
  ].join(' ');
}
