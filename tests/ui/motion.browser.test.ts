/** What moves: the window glides and scenes fade over, and for readers who do not want motion neither does. */
import { cdp } from 'vitest/browser';
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../../src/ui/grid/number-grid.ts';
import { markAll } from '../../src/ui/grid/marks.ts';
import { fadeOver } from '../../src/ui/shell/fade-over.ts';
import { mount, part } from './mount.ts';

const prefer = (value: string): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value }],
  });

const GRID = { rows: 3, columns: 3, values: [0, 1, 2, 3, 4, 5, 6, 7, 8] };
const WINDOW = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
] as const;

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  { motion: 'no-preference', seconds: '0.16s', fades: 1 },
  { motion: 'reduce', seconds: '0s', fades: 0 },
])('$motion', ({ motion, seconds, fades }) => {
  test('the window is one frame around its cells', async () => {
    await prefer(motion);
    const element = await mount('corr2d-number-grid', { grid: GRID, ring: [1, 1, 0, 0] });
    element.marks = markAll(WINDOW, 'window');
    await element.updateComplete;
    const frame = part(element, '.frame');
    expect(getComputedStyle(frame).transitionDuration).toBe(seconds);
    const [first, last] = ['1,1', '2,2'].map((key) =>
      part(element, `[data-cell='${key}']`).getBoundingClientRect(),
    );
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    expect([left, top, right, bottom]).toEqual([first?.left, first?.top, last?.right, last?.bottom]);
  });

  test('a change of scene is made, and only a reader who allows motion sees a fade', async () => {
    await prefer(motion);
    const start = vi.spyOn(document, 'startViewTransition');
    let changed = 0;
    await fadeOver(Promise.reject(new Error('offline')), () => {
      changed++;
      return Promise.resolve();
    });
    await expect.poll(() => changed).toBe(1);
    expect(start).toHaveBeenCalledTimes(fades);
  });
});

test('a window with gaps is framed cell by cell', async () => {
  const marks = markAll(
    [
      [0, 0],
      [0, 2],
      [2, 0],
      [2, 2],
    ],
    'window',
  );
  const element = await mount('corr2d-number-grid', { grid: GRID, marks });
  expect(element.shadowRoot?.querySelector('.frame')).toBeNull();
});
