/** The stack figure: from map to map by keys, and the field that a finger lights up. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { MapShape } from '../../../src/math/stack/layer.ts';
import { stackLinks, type StackPlace } from '../../../src/math/stack/links.ts';
import { makeActivation, makeCorrelation } from '../../../src/state/stack.ts';
import type { FeatureMapElement } from '../../../src/ui/receptive/feature-map.ts';
import '../../../src/ui/receptive/stack-figure.ts';
import type { StackFigureElement } from '../../../src/ui/receptive/stack-figure.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';
import { touch } from '../pointer.ts';

const PLACE: StackPlace = { level: 1, channel: 0, row: 0, column: 0 };

/** A 4×4 image of 0…15 through three kernels of 3×3 with padding 1: maps of 0…15, of tens, of hundreds. */
async function mountStack(): Promise<StackFigureElement> {
  const layers = [
    makeCorrelation({ kernel: [3, 3], padding: 1, channels: 3, weights: { kind: 'torch', seed: 1 } }),
    makeActivation('none'),
  ];
  const shapes: MapShape[] = [
    [1, 4, 4],
    [3, 4, 4],
    [3, 4, 4],
  ];
  const levels = shapes.map(([channels]) => ({
    shape: [1, channels, 4, 4] as const,
    data: Float32Array.from({ length: channels * 16 }, (_, i) => (i % 16) * 10 ** Math.floor(i / 16)),
  }));
  const figure = await mount('corr2d-stack-figure', { layers, shapes, levels, place: PLACE });
  await Promise.all(mapsOf(figure).map((map) => map.updateComplete));
  return figure;
}

function mapsOf(figure: Element): FeatureMapElement[] {
  return [...(figure.shadowRoot?.querySelectorAll('corr2d-feature-map') ?? [])];
}

function mapOf(figure: Element, name: string): FeatureMapElement {
  const found = mapsOf(figure).find((map) => map.name === name);
  if (!found) throw new Error(`there is no map ${name}`);
  return found;
}

/** The map and the cell that have the focus. */
function focusOf(figure: Element): readonly (string | null | undefined)[] {
  const map = focused(figure);
  return [map?.getAttribute('name'), map && focused(map)?.getAttribute('aria-label')];
}

test('Page Down goes to the same cell of the next map of the level, Page Up back, and both stop at its ends', async () => {
  const figure = await mountStack();
  const pointed = detailsOf(figure, 'cell-pointed');
  part(mapOf(figure, '1:0'), '.cell').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  await expect.poll(() => focusOf(figure)).toEqual(['1:0', 'row 2, column 3: 6']);
  await userEvent.keyboard('{PageDown}');
  await expect.poll(() => focusOf(figure)).toEqual(['1:1', 'row 2, column 3: 60']);
  await userEvent.keyboard('{PageDown}');
  await expect.poll(() => focusOf(figure)).toEqual(['1:2', 'row 2, column 3: 600']);
  expect(pointed.at(-1)).toEqual({ grid: '1:2', row: 1, column: 2 });
  await userEvent.keyboard('{PageDown}{ArrowUp}');
  await expect.poll(() => focusOf(figure)).toEqual(['1:2', 'row 1, column 3: 200']);
  await userEvent.keyboard('{PageUp}');
  await expect.poll(() => focusOf(figure)).toEqual(['1:1', 'row 1, column 3: 20']);
  await userEvent.keyboard('{PageUp}{PageUp}{PageUp}{ArrowLeft}');
  await expect.poll(() => focusOf(figure)).toEqual(['1:0', 'row 1, column 2: 1']);
});

test('Tab stops once a level: at the map of the element that is shown, or the first', async () => {
  const figure = await mountStack();
  figure.place = { ...PLACE, channel: 2 };
  await figure.updateComplete;
  const stops = mapsOf(figure).filter(({ stop }) => stop);
  expect(stops.map(({ name }) => name)).toEqual(['0:0', '1:2', '2:0']);
});

test('a finger points at the cell under it, chooses it when it lifts, and its field stays lit', async () => {
  const figure = await mountStack();
  const pointed = detailsOf(figure, 'cell-pointed');
  const chosen = detailsOf(figure, 'cell-committed');
  const map = mapOf(figure, '1:1');
  map.scrollIntoView({ block: 'center' });
  const { left, top } = part(map, 'canvas').getBoundingClientRect();
  // No element above covers cells around the maps of level 1: the canvas begins with the first cell.
  expect(map.ring).toEqual([0, 0, 0, 0]);
  const finger = { id: 1, x: left + 3.5 * map.cell, y: top + 0.5 * map.cell };
  await touch('touchStart', [finger]);
  const at = { grid: '1:1', row: 0, column: 3 };
  await expect.poll(() => pointed.at(-1)).toEqual(at);
  await touch('touchEnd', []);
  await expect.poll(() => chosen).toEqual([at]);
  // A mouse that leaves takes the field with it; a finger that lifts is no mouse.
  expect(pointed).not.toContain(null);
});

test('what is pointed at lights its field: of an element at the corner, cells outside of the image too', async () => {
  const figure = await mountStack();
  const { layers, shapes } = figure;
  figure.links = stackLinks(layers, shapes, { level: 1, channel: 1, row: 0, column: 3 });
  await figure.updateComplete;
  expect(mapOf(figure, '0:0').ring).toEqual([1, 1, 1, 1]);
  expect(mapOf(figure, '0:0').lit).toMatchObject({
    kind: 'field',
    rows: [-1, 0, 1],
    columns: [2, 3, 4],
    realRows: [0, 1],
    realColumns: [2, 3],
  });
  // An activation keeps to its map.
  expect(mapsOf(figure).map(({ name, lit }) => [name, lit?.kind ?? null])).toEqual([
    ['0:0', 'field'],
    ['1:0', null],
    ['1:1', 'self'],
    ['1:2', null],
    ['2:0', null],
    ['2:1', 'reach'],
    ['2:2', null],
  ]);
});
