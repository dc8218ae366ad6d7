/** How the page keeps its frames while scene 3 learns: a run of 10 000 steps at full speed, in the built page on the CPU engine. */
import type { Browser, Page } from 'playwright';
import { FRAME } from '../report/targets.ts';
import { withBuilt } from './built-site.ts';
import { giveFindElement } from './find-element.ts';
import { spreadOf, spreadText, type Spread } from './spread.ts';

/** Times in milliseconds. */
export interface LongRunFigures {
  readonly frames: Spread;
  /** Frames that took longer than two at 60 Hz: one at least was dropped. */
  readonly dropped: number;
  readonly count: number;
  /** Frames with another step shown than the frame before. */
  readonly reports: number;
  readonly duration: number;
}

const STEPS = 10_000;
const SETTLED = 1500;

export async function measureLongRun(browser: Browser): Promise<LongRunFigures> {
  return withBuilt(async (url) => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1300 } });
    await giveFindElement(page);
    await page.goto(`${url}#scene=learning&engine=cpu&lang=en`);
    await prepare(page);
    const { frames, reports } = await page.evaluate(watchRun, STEPS);
    await page.close();
    return {
      frames: spreadOf(frames),
      dropped: frames.filter((time) => time > 2 * FRAME).length,
      count: frames.length,
      reports,
      duration: frames.reduce((sum, time) => sum + time, 0),
    };
  });
}

async function prepare(page: Page): Promise<void> {
  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  await epochs.fill(String(STEPS));
  await epochs.press('Enter');
  await page.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('fast');
  await page.waitForTimeout(SETTLED);
}

/** Of the page's element, what is looked at from outside. */
interface Controls extends Element {
  readonly step: number;
}

/** Runs in the page: presses Run, and looks at every frame until the last step is shown. */
function watchRun(steps: number): Promise<{ frames: number[]; reports: number }> {
  const controls = findElement('corr2d-run-controls') as Controls | null;
  const button = controls?.shadowRoot?.querySelector('button');
  if (!controls || !button) throw new Error('there is no run to start');
  return new Promise((resolve) => {
    const frames: number[] = [];
    let [reports, shown, last] = [0, controls.step, performance.now()];
    const onFrame = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (controls.step !== shown) reports++;
      shown = controls.step;
      if (shown >= steps) resolve({ frames, reports });
      else requestAnimationFrame(onFrame);
    };
    requestAnimationFrame((now) => {
      last = now;
      button.click();
      requestAnimationFrame(onFrame);
    });
  });
}

/** A line for the terminal. */
export function longRunText({ frames, dropped, count, reports, duration }: LongRunFigures): string {
  return [
    `a run of ${String(STEPS)} steps on the CPU engine in ${(duration / 1000).toFixed(1)} s: a frame ${spreadText(frames)},`,
    `${String(dropped)} of ${String(count)} longer than two;`,
    `${String(reports)} reports shown`,
  ].join(' ');
}
