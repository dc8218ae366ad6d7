/** A chart is zoomed by dragging across it, and whole again after a double click. */
import { expect, it } from 'vitest';
import type uPlot from 'uplot';
import '../../../src/ui/learning/line-chart.ts';
import { mount, part } from '../mount.ts';

interface Inside {
  readonly plot: uPlot | null;
}

it('follows the mouse, and stays while data comes', async () => {
  const xs = Array.from({ length: 100 }, (_, i) => i + 1);
  const lines = [{ label: 'loss', color: '--ink', mark: 0, values: xs.map((x) => 1 / x) }];
  const element = await mount('corr2d-line-chart', { xs, lines, end: 100, xLabel: 'epoch' });
  const plot = (element as unknown as Inside).plot;
  const over = part(element, '.u-over');
  const { left, top, width } = over.getBoundingClientRect();
  const mouse = (type: string, share: number, target: EventTarget = over): void => {
    const place = {
      clientX: left + share * width,
      clientY: top + 20,
      button: 0,
      movementX: 5,
      bubbles: true,
    };
    target.dispatchEvent(new MouseEvent(type, place));
  };
  const shown = (): number[] => [plot?.scales.x?.min ?? NaN, plot?.scales.x?.max ?? NaN].map(Math.round);
  await expect.poll(shown).toEqual([0, 100]);

  mouse('mousedown', 0.2);
  mouse('mousemove', 0.6);
  mouse('mouseup', 0.6, document);
  await expect.poll(shown).toEqual([20, 60]);
  element.lines = [{ label: 'loss', color: '--ink', mark: 0, values: xs.map((x) => 2 / x) }];
  await element.updateComplete;
  await expect.poll(shown).toEqual([20, 60]);

  mouse('dblclick', 0.5);
  await expect.poll(shown).toEqual([0, 100]);
});

it('tells its lines apart by marks as well as by colours', async () => {
  const lines = [0, 1].map((mark) => ({ label: 'a', color: '--ink', mark, values: [1, 2, 3] }));
  const element = await mount('corr2d-line-chart', { xs: [1, 2, 3], lines, end: 3 });
  const drawn = [...(element.shadowRoot?.querySelectorAll('.u-marker path') ?? [])];
  expect(new Set(drawn.map((path) => path.getAttribute('d'))).size).toBe(2);
});
