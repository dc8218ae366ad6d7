/** What is painted by scripts follows the theme: paper is light, and high contrast has colours of its own. */
import { expect, onTestFinished, test } from 'vitest';
import { relativeLuminance } from '../../../src/math/ramp.ts';
import '../../../src/ui/grid/number-grid.ts';
import '../../../src/ui/receptive/feature-map.ts';
import '../../../src/ui/style/page.css';
import { mount, part } from '../mount.ts';

/** The colour of a cell of value 0, which is what the paper is: red, green, blue. */
function paperOf(element: Element): readonly number[] {
  const canvas = part(element, 'canvas') as HTMLCanvasElement;
  return [...(canvas.getContext('2d')?.getImageData(4, 4, 1, 1).data ?? [])].slice(0, 3);
}

function setTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
  onTestFinished(() => {
    delete document.documentElement.dataset.theme;
  });
}

test('a map of a dark page is printed in light inks', async () => {
  setTheme('dark');
  const map = { rows: 1, columns: 2, values: [0, 1] };
  const element = await mount('corr2d-feature-map', { map });
  for (const level of paperOf(element)) expect(level).toBeLessThan(64);

  dispatchEvent(new Event('beforeprint'));
  await element.updateComplete;
  for (const level of paperOf(element)) expect(level).toBeGreaterThan(224);

  dispatchEvent(new Event('afterprint'));
  await element.updateComplete;
  for (const level of paperOf(element)) expect(level).toBeLessThan(64);
});

/** Of each cell's number to what is behind it, by WCAG 2.2. */
function contrasts(element: Element): readonly number[] {
  const cells = [...(element.shadowRoot?.querySelectorAll('[role=gridcell]') ?? [])];
  return cells.map((cell) => {
    const { color, backgroundColor } = getComputedStyle(cell);
    const [high = 0, low = 0] = [color, backgroundColor]
      .map((text) => {
        const [red = 0, green = 0, blue = 0] = [...text.matchAll(/\d+/g)].map(Number);
        return relativeLuminance([red, green, blue]) + 0.05;
      })
      .sort((a, b) => b - a);
    return high / low;
  });
}

test('numbers in a response are at 7 to 1 as soon as high contrast is chosen', async () => {
  setTheme('light');
  const values = Array.from({ length: 33 }, (_, index) => index - 16);
  const element = await mount('corr2d-number-grid', {
    grid: { rows: 1, columns: 33, values },
    fill: 'scaled',
  });
  expect(Math.min(...contrasts(element))).toBeLessThan(7);

  document.documentElement.dataset.theme = 'contrast';
  await expect.poll(() => Math.min(...contrasts(element))).toBeGreaterThanOrEqual(7);
});
