/** Paper is light: what is painted on a canvas turns light before a dark page is printed, and dark again afterwards. */
import { expect, onTestFinished, test } from 'vitest';
import '../../../src/ui/receptive/feature-map.ts';
import { mount, part } from '../mount.ts';

/** The colour of a cell of value 0, which is what the paper is: red, green, blue. */
function paperOf(element: Element): readonly number[] {
  const canvas = part(element, 'canvas') as HTMLCanvasElement;
  return [...(canvas.getContext('2d')?.getImageData(4, 4, 1, 1).data ?? [])].slice(0, 3);
}

test('a map of a dark page is printed in light inks', async () => {
  document.documentElement.dataset.theme = 'dark';
  onTestFinished(() => {
    delete document.documentElement.dataset.theme;
  });
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
