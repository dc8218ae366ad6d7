/** A feature map: what is painted on the canvas, and what pointer, finger and keys tell. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/receptive/feature-map.ts';
import type { FeatureMapElement } from '../../../src/ui/receptive/feature-map.ts';
import { divergingColor } from '../../../src/math/ramp.ts';
import { runsOf } from '../../../src/math/stack/runs.ts';
import { shortNumber, type LitCells } from '../../../src/ui/receptive/map-drawing.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';

const CELL = 20;
const map = { rows: 2, columns: 3, values: [0, 1, -1, 0.5, -0.5, 1] };

const mountMap = (more: Partial<FeatureMapElement> = {}) =>
  mount('corr2d-feature-map', { map, cell: CELL, name: '1:0', label: 'Map', stop: true, ...more });

const canvasOf = (element: Element): HTMLCanvasElement => part(element, 'canvas') as HTMLCanvasElement;

/** The colour a quarter into a cell, away from lines. */
function colorAt(element: Element, row: number, column: number): string {
  const canvas = canvasOf(element);
  const scale = canvas.width / canvas.clientWidth;
  const [x, y] = [(column + 0.25) * CELL * scale, (row + 0.25) * CELL * scale];
  const [red = 0, green = 0, blue = 0] = canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [];
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The largest difference of a channel of two colours. */
function distance(one: string, other: string): number {
  const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const [first, second] = [channels(one), channels(other)];
  return Math.max(...first.map((channel, index) => Math.abs(channel - (second[index] ?? 0))));
}

test('each cell has the colour of its value', async () => {
  const element = await mountMap();
  map.values.forEach((value, index) => {
    const shown = colorAt(element, Math.floor(index / 3), index % 3);
    expect(distance(shown, divergingColor(value, 1, 'light').background)).toBeLessThanOrEqual(2);
  });
});

test('what is lit keeps its colour, and the rest fades towards the paper', async () => {
  const lit: LitCells = { rows: [0], columns: [0, 1], realRows: [0], realColumns: [0, 1], kind: 'field' };
  const element = await mountMap({ lit });
  const full = divergingColor(1, 1, 'light').background;
  expect(distance(colorAt(element, 0, 1), full)).toBeLessThanOrEqual(2);
  const faded = colorAt(element, 1, 2);
  expect(distance(faded, full)).toBeGreaterThan(60);
  expect(distance(faded, '#ffffff')).toBeGreaterThan(10);
});

test('cells around the map are none of it', async () => {
  const element = await mountMap({ ring: [1, 2, 0, 0] });
  const pointed = detailsOf(element, 'cell-pointed');
  expect(distance(colorAt(element, 1, 3), divergingColor(1, 1, 'light').background)).toBeLessThanOrEqual(2);
  await userEvent.click(canvasOf(element), { position: { x: 10, y: 10 } });
  expect(pointed).toEqual([]);
  await userEvent.click(canvasOf(element), { position: { x: 2 * CELL + 10, y: CELL + 10 } });
  expect(pointed.at(-1)).toEqual({ grid: '1:0', row: 0, column: 0 });
});

test('a click is told with its cell', async () => {
  const element = await mountMap();
  const chosen = detailsOf(element, 'cell-committed');
  await userEvent.click(canvasOf(element), { position: { x: 2 * CELL + 5, y: CELL + 5 } });
  expect(chosen).toEqual([{ grid: '1:0', row: 1, column: 2 }]);
});

test('keys move over the map and stop at its edges; the focus tells row, column and value', async () => {
  const element = await mountMap();
  const pointed = detailsOf(element, 'cell-pointed');
  part(element, '.cell').focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.poll(() => focused(element)?.getAttribute('aria-label')).toBe('row 1, column 3: −1');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(() => focused(element)?.getAttribute('aria-label')).toBe('row 2, column 3: 1');
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  await expect.poll(() => focused(element)?.getAttribute('aria-label')).toBe('row 1, column 1: 0');
  expect(pointed.at(-1)).toEqual({ grid: '1:0', row: 0, column: 0 });
});

test('Enter chooses the cell that has the focus', async () => {
  const element = await mountMap();
  const chosen = detailsOf(element, 'cell-committed');
  part(element, '.cell').focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => focused(element)?.getAttribute('aria-label')).toBe('row 1, column 3: −1');
  await userEvent.keyboard('{Enter}');
  expect(chosen).toEqual([{ grid: '1:0', row: 0, column: 2 }]);
});

test('a map that shrinks keeps its cell inside', async () => {
  const element = await mountMap();
  part(element, '.cell').focus();
  await userEvent.keyboard('{Control>}{End}{/Control}');
  element.map = { rows: 1, columns: 1, values: [7] };
  await element.updateComplete;
  expect(part(element, '.cell').getAttribute('aria-label')).toBe('row 1, column 1: 7');
});

test('runs of neighbours', () => {
  expect(runsOf([-2, -1, 0, 3, 5, 6])).toEqual([
    [-2, 3],
    [3, 1],
    [5, 2],
  ]);
  expect(runsOf([])).toEqual([]);
});

test('numbers that fit a cell', () => {
  expect([228, -0.0922, 12.345, 123.4, 0.0009, 2_500_000].map(shortNumber)).toEqual([
    '228',
    '−0.09',
    '12.3',
    '123',
    '0.00',
    '2500000',
  ]);
});
