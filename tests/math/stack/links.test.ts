/** What an element has to do with the levels above and below it. */
import { describe, expect, it } from 'vitest';
import { planStack, type LayerShape } from '../../../src/math/stack/layer.ts';
import { overhangs, stackLinks, type StackPlace } from '../../../src/math/stack/links.ts';

const square = (side: number, padding = 0, channels = 1): LayerShape => {
  return { kind: 'correlation', kernel: [side, side], stride: 1, padding, dilation: 1, channels };
};
const at = (level: number, row: number, column: number, channel = 0): StackPlace => {
  return { level, channel, row, column };
};

function linksOf(side: number, layers: readonly LayerShape[], place: StackPlace) {
  return stackLinks(layers, planStack([1, side, side], layers).shapes, place).map(
    ({ kind, rows, columns }) => [kind, rows.real.join(), columns.real.join()],
  );
}

describe("the article's stack", () => {
  const layers = [square(2), square(2)];

  it('its last element sees all of every level', () => {
    expect(linksOf(3, layers, at(2, 0, 0))).toEqual([
      ['seen', '0,1,2', '0,1,2'],
      ['seen', '0,1', '0,1'],
      ['self', '0', '0'],
    ]);
  });

  it('an element in the middle sees its window and reaches what sees it', () => {
    expect(linksOf(3, layers, at(1, 1, 0))).toEqual([
      ['seen', '1,2', '0,1'],
      ['self', '1', '0'],
      ['reached', '0', '0'],
    ]);
  });

  it('a corner of the image reaches one element of each layer, the middle all', () => {
    expect(linksOf(3, layers, at(0, 0, 2))).toEqual([
      ['self', '0', '2'],
      ['reached', '0', '1'],
      ['reached', '0', '0'],
    ]);
    expect(linksOf(3, layers, at(0, 1, 1))[1]).toEqual(['reached', '0,1', '0,1']);
  });
});

it('channels stay apart until a correlation adds them up', () => {
  const layers: LayerShape[] = [
    square(1, 0, 3),
    { kind: 'activation', name: 'relu' },
    { kind: 'pooling', method: 'max', size: 2, stride: 2 },
    square(1, 0, 2),
  ];
  const { shapes } = planStack([1, 4, 4], layers);
  const channels = (place: StackPlace) => stackLinks(layers, shapes, place).map(({ channel }) => channel);
  expect(channels(at(3, 0, 0, 2))).toEqual([null, 2, 2, 2, null]);
  expect(channels(at(1, 0, 0, 1))).toEqual([null, 1, 1, 1, null]);
  expect(channels(at(4, 0, 0, 1))).toEqual([null, null, null, null, 1]);
});

it('overhangs: three layers of 3×3 with padding hang 3, 2 and 1 cells over', () => {
  const layers = [square(3, 1), square(3, 1), square(3, 1)];
  expect(overhangs(layers, planStack([1, 5, 5], layers).shapes)).toEqual([
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 1, 1, 1],
    [0, 0, 0, 0],
  ]);
  expect(overhangs([square(2)], planStack([1, 3, 3], [square(2)]).shapes)).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});
