/**
 * How the page keeps up with a hand: a 64×64 image is painted in the built page, on the CPU engine, with every response
 * shown. Moves come at the rate of a screen, as those of a real mouse do after the browser has put them together, and wait
 * for no answer. Frames are counted in a stroke of their own: in a second one the browser's timeline says how long inputs
 * waited to be seen, and to write that down takes a part of the machine.
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
  /** Null in a scene without feature maps. */
  readonly maps: MapFigures | null;
}

export interface MapFigures {
  /** Of which the image was painted, once a frame at most. */
  readonly images: number;
  /** The share of them whose feature maps are drawn in the very frame that shows the image. */
  readonly inFrame: number;
  /** From the first input that is in an image to its maps on their canvases; of images that the next one did not overtake. */
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
  await stroke(page, cdp, box);
  const { frames, images, inFrame, times } = await page.evaluate(
    () => (globalThis as unknown as Timeline).timeline,
  );
  let inputs = 0;
  const latency = await traceMoves(cdp, async () => {
    inputs = await stroke(page, cdp, box);
  });
  const onTime = frames.filter((time) => time < MOST_FRAMES * FRAME).length / frames.length;
  return {
    inputs,
    frames: { ...spreadOf(frames), onTime },
    latency: { ...spreadOf(latency), shown: latency.length },
    maps:
      times.length === 0
        ? null
        : { images, inFrame: inFrame / images, median: quantile(times, 0.5), p95: quantile(times, 0.95) },
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
    const angle = time / 200;
    const x = middle.x + Math.cos(angle) * 0.4 * box.width;
    const y = middle.y + Math.sin(1.3 * angle) * 0.4 * box.height;
    moves.push(
      cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 }),
    );
    // By the number of moves: a timer that wakes too soon would send a second one for the same frame.
    await sleep(Math.max(0, moves.length * FRAME - (performance.now() - start)));
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
    images: number;
    inFrame: number;
    readonly times: number[];
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
  const timeline: Timeline['timeline'] = { isDrawing: false, frames: [], images: 0, inFrame: 0, times: [] };
  (globalThis as unknown as Timeline).timeline = timeline;
  const { port1: ahead, port2: after } = new MessageChannel();
  const look = watchMaps();
  after.onmessage = look;
  let last = performance.now();
  const onFrame = (now: number): void => {
    if (timeline.isDrawing) timeline.frames.push(now - last);
    last = now;
    requestAnimationFrame(onFrame);
    ahead.postMessage(null); // Heard when all of this frame is done.
  };
  requestAnimationFrame(onFrame);

  /** Looks, after each frame, which image was painted in it and of which image the maps were drawn. */
  function watchMaps(): () => void {
    const scene = findElement('corr2d-receptive-scene')?.shadowRoot;
    const paper = scene && findElement('corr2d-paint-grid', scene);
    const figure = scene && findElement('corr2d-stack-figure', scene);
    if (!paper || !figure) return () => undefined;
    let drawnAt: number | null = null;
    const put = Reflect.get(CanvasRenderingContext2D.prototype, 'putImageData') as () => void;
    CanvasRenderingContext2D.prototype.putImageData = function (...args: unknown[]): void {
      Reflect.apply(put, this, args);
      // Maps are drawn from pictures that are not in the page; the one that the hand paints on is.
      if (!this.canvas.isConnected) drawnAt = performance.now();
    };
    let firstInput: number | null = null;
    addEventListener('pointermove', ({ timeStamp }) => (firstInput ??= timeStamp), { capture: true });
    let known = (paper as Painted).grid;
    let waiting: { readonly grid: Painted['grid']; readonly since: number } | null = null;
    return () => {
      const { grid } = paper as Painted;
      const isNew = grid !== known;
      if (isNew && timeline.isDrawing && firstInput !== null) {
        timeline.images++;
        waiting = { grid, since: firstInput };
      }
      firstInput = null;
      known = grid;
      const { data } = (figure as Mapped).levels[0] ?? {};
      const at = drawnAt;
      drawnAt = null;
      if (!waiting || !data || at === null) return;
      if (!waiting.grid.values.every((value, index) => Math.fround(value) === data[index])) return;
      timeline.times.push(at - waiting.since);
      if (isNew) timeline.inFrame++;
      waiting = null;
    };
  }
}

/** A line for the terminal. */
export function paintingText({ what, inputs, frames, latency, maps }: PaintingFigures): string {
  return [
    `${what} on the CPU engine: a frame ${spreadText(frames)}, ${(100 * frames.onTime).toFixed(0)} % on time;`,
    `${String(latency.shown)} of ${String(inputs)} inputs shown after ${spreadText(latency)}`,
    ...(maps
      ? [
          `; of ${String(maps.images)} images ${(100 * maps.inFrame).toFixed(0)} % with their feature maps in the same frame,`,
          `${timeText(maps.median)} (median), ${timeText(maps.p95)} (95 %) after the input`,
        ]
      : []),
  ].join(' ');
}
