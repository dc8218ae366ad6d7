import { describe, expect, test } from 'vitest';
import { chartShapes, type ChartData } from '../../../src/math/figure/chart.ts';
import type { LineShape, Shape } from '../../../src/math/figure/drawing.ts';
import { INKS, PLAIN_LOOK } from '../../state/picture/looks.ts';

const PLACE = { x: 100, y: 20, width: 500, height: 200 };
const DATA: ChartData = { values: [20, 10, 5], reached: 3, end: 5, logarithmic: false };

const curveOf = (shapes: readonly Shape[]): LineShape | undefined =>
  shapes.find((shape): shape is LineShape => shape.kind === 'line' && shape.stroke === INKS.ink);
const textsOf = (shapes: readonly Shape[]): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? shape.parts.map(({ text }) => text) : []));
const rulesOf = (shapes: readonly Shape[]): LineShape[] =>
  shapes.filter((shape): shape is LineShape => shape.kind === 'line' && shape.stroke === INKS.rule);

describe('a linear chart', () => {
  const shapes = chartShapes(DATA, PLACE, PLAIN_LOOK);

  test('has its values at their epochs, in proportion', () => {
    const points = curveOf(shapes)?.points ?? [];
    expect(points.map(([x]) => x)).toEqual([200, 300, 400]);
    const heights = points.map(([, y]) => 220 - y);
    expect(heights.map((height) => height / (heights[2] ?? 1))).toEqual(
      [4, 2, 1].map((share) => expect.closeTo(share, 9) as number),
    );
    expect(Math.max(...heights)).toBeLessThan(200);
  });

  test('writes round numbers, and rules where they are', () => {
    expect(textsOf(shapes)).toEqual(['0', '5', '10', '15', '20', '0', '1', '2', '3', '4', '5']);
    const at10 = rulesOf(shapes)[2]?.points[0]?.[1];
    expect(at10).toBeCloseTo(curveOf(shapes)?.points[1]?.[1] ?? 0, 9);
  });

  test('ends where the run has come to, on the same axes', () => {
    const half = chartShapes({ ...DATA, reached: 2 }, PLACE, PLAIN_LOOK);
    expect(curveOf(half)?.points).toEqual(curveOf(shapes)?.points.slice(0, 2));
    expect(textsOf(half)).toEqual(textsOf(shapes));
  });

  test('without numbers there are none', () => {
    expect(textsOf(chartShapes(DATA, PLACE, { ...PLAIN_LOOK, numbers: false }))).toEqual([]);
  });
});

test('a logarithmic chart gives each decade the same height', () => {
  const shapes = chartShapes({ ...DATA, values: [100, 1, 0.01], logarithmic: true }, PLACE, PLAIN_LOOK);
  expect(textsOf(shapes).slice(0, 5)).toEqual(['0.01', '0.1', '1', '10', '100']);
  expect(curveOf(shapes)?.points.map(([, y]) => y)).toEqual([20, 120, 220]);
});

test.each([false, true])('what has no place is left out, logarithmic: %j', (logarithmic) => {
  const values = [4, NaN, Infinity, 0, 2];
  const shapes = chartShapes({ values, reached: 5, end: 5, logarithmic }, PLACE, PLAIN_LOOK);
  expect(curveOf(shapes)?.points.map(([x]) => x)).toEqual(logarithmic ? [200, 600] : [200, 500, 600]);
});

test('before the first step there are axes and no line', () => {
  expect(curveOf(chartShapes({ ...DATA, reached: 0 }, PLACE, PLAIN_LOOK))).toBeUndefined();
  expect(curveOf(chartShapes({ ...DATA, values: [], reached: 0 }, PLACE, PLAIN_LOOK))).toBeUndefined();
});

test('a hundred thousand values become a few hundred points, the last among them', () => {
  const values = Array.from({ length: 100_000 }, (_, i) => 1 / (i + 1));
  const points = curveOf(
    chartShapes({ values, reached: 100_000, end: 100_000, logarithmic: true }, PLACE, PLAIN_LOOK),
  )?.points;
  expect(points?.length).toBeGreaterThan(300);
  expect(points?.length).toBeLessThan(700);
  expect(points?.at(-1)).toEqual([600, 220]);
  expect(points?.every(([, y]) => y >= 20 && y <= 220)).toBe(true);
});
