import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawing, Shape } from '../../../src/math/figure/drawing.ts';
import { svgText } from '../../../src/math/figure/svg.ts';
import { nodesOf, readXml } from './read-xml.ts';

const drawingOf = (shapes: readonly Shape[], title = 'a drawing'): Drawing => ({
  width: 120,
  height: 80,
  background: '#fcfcfa',
  title,
  shapes,
});
const textOf = (text: string): Shape => ({
  kind: 'text',
  x: 1,
  y: 20,
  size: 14,
  anchor: 'start',
  serif: false,
  parts: [{ text, ink: '#000000' }],
});

test('the file has its size, its title and its background', () => {
  const root = readXml(svgText(drawingOf([])));
  expect(root.name).toBe('svg');
  expect(root.attributes).toMatchObject({ width: '120', height: '80', viewBox: '0 0 120 80', role: 'img' });
  expect(nodesOf(root, 'title').map(({ text }) => text)).toEqual(['a drawing']);
  expect(nodesOf(root, 'rect')[0]?.attributes).toEqual({ width: '100%', height: '100%', fill: '#fcfcfa' });
});

test('any text comes back as it was, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [written] = nodesOf(readXml(svgText(drawingOf([textOf(text)], text))), 'tspan');
      // eslint-disable-next-line no-control-regex -- those are the ones that XML cannot hold
      expect(written?.text).toBe(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
    }),
  );
});

describe('shapes', () => {
  test('cells are squares in reading order, with the texts that are not empty', () => {
    const cells = ['1', '', '−3', '4', '5', '6'].map((text, i) => ({
      fill: `#00000${String(i)}`,
      ink: '#ffffff',
      text,
    }));
    const look = { x: 10, y: 20, cell: 30, columns: 3, textSize: 12, rule: '#dddddd', frame: '#888888' };
    const root = readXml(svgText(drawingOf([{ kind: 'cells', name: 'image', cells, ...look }])));
    const [grid] = nodesOf(root, 'g');
    expect(grid?.attributes).toMatchObject({ 'data-grid': 'image', 'data-rows': '2', 'data-columns': '3' });
    const squares = grid ? nodesOf(grid, 'rect').slice(0, 6) : [];
    expect(squares.map(({ attributes: { x, y, fill } }) => [x, y, fill])).toEqual(
      cells.map(({ fill }, i) => [String(10 + 30 * (i % 3)), String(20 + 30 * Math.floor(i / 3)), fill]),
    );
    const texts = grid ? nodesOf(grid, 'text') : [];
    expect(texts.map(({ text }) => text)).toEqual(['1', '−3', '4', '5', '6']);
    expect(texts.map(({ attributes: { x } }) => x)).toEqual(['25', '85', '25', '55', '85']);
  });

  test('an outline lies inside its bounds', () => {
    const bounds = { x: 10, y: 20, width: 30, height: 40 };
    const root = readXml(svgText(drawingOf([{ kind: 'box', ...bounds, stroke: '#f0a830', line: 4 }])));
    expect(nodesOf(root, 'rect')[1]?.attributes).toMatchObject({
      x: '12',
      y: '22',
      width: '26',
      height: '36',
    });
  });

  test('a line goes from point to point', () => {
    const points = [
      [0, 0.5],
      [10, 1 / 3],
    ] as const;
    const root = readXml(
      svgText(drawingOf([{ kind: 'line', points, stroke: '#000000', line: 2, dash: [4, 3] }])),
    );
    expect(nodesOf(root, 'polyline')[0]?.attributes).toMatchObject({
      points: '0,0.5 10,0.33',
      'stroke-dasharray': '4 3',
    });
  });
});
