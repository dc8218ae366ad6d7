import { describe, expect, it } from 'vitest';
import { analyse, lossAt } from '../../src/state/learning-analysis.ts';
import { makeLayer } from '../../src/state/learning-layer.ts';
import { makeLesson, type LearningSetup } from '../../src/state/learning-lesson.ts';
import { lossOnPlane, planeOf, project } from '../../src/state/learning-plane.ts';
import { surfaceOf, viewOf, wayOn } from '../../src/state/learning-surface.ts';
import { ARTICLE, runThrough } from './learning-fixture.ts';

const study = (setup: LearningSetup) => analyse(makeLayer(makeLesson(setup)), setup);
const WIDE: LearningSetup = {
  ...ARTICLE,
  teacher: { rows: 2, columns: 3, values: [1, -1, 0.5, 2, 0, -2] },
  image: { rows: 5, columns: 6, values: Array.from({ length: 30 }, (_, i) => ((i * i) % 7 > 3 ? 1 : 0)) },
  start: { kind: 'torch', seed: 0 },
};

describe('of two weights', () => {
  const analysis = study(ARTICLE);

  it('the plane is the whole truth: a point is a kernel, its height the loss', () => {
    const plane = planeOf(analysis, [0, 1]);
    if (!plane) throw new Error('no plane');
    expect(project(plane, [0.3, 0.7])).toEqual([0.3, 0.7]);
    expect(lossOnPlane(analysis, plane)([0.3, 0.7])).toBeCloseTo(lossAt(analysis, [0.3, 0.7]), 10);
    expect(plane.optimum).toEqual([expect.closeTo(1, 10), expect.closeTo(-1, 10)]);
  });

  it('contours lie at their losses, and the way of the run ends near the optimum', async () => {
    const { trace } = await runThrough(ARTICLE);
    const plane = planeOf(analysis, [0, 1]);
    if (!plane) throw new Error('no plane');
    const way = wayOn(plane, trace);
    const view = viewOf(plane, way);
    for (const [x, y] of way) {
      expect(Math.abs(x - view.centre[0])).toBeLessThanOrEqual(view.radius);
      expect(Math.abs(y - view.centre[1])).toBeLessThanOrEqual(view.radius);
    }
    const surface = surfaceOf(analysis, [0, 1], view);
    expect(surface?.contours).toHaveLength(11);
    surface?.contours.slice(0, 6).forEach(({ loss, lines }) => {
      expect(lines.length).toBeGreaterThan(0);
      for (const point of lines.flat()) {
        // Linear between samples, a parabola in truth.
        expect(Math.abs(lossAt(analysis, point) - loss)).toBeLessThan(0.1 * loss);
      }
    });
  });
});

describe('of six weights', () => {
  const analysis = study(WIDE);

  it('the extreme directions meet at right angles in the optimum', () => {
    const plane = planeOf(analysis, 'extremes');
    if (!plane) throw new Error('no plane');
    expect(plane.optimum).toEqual([0, 0]);
    expect(plane.x.reduce((sum, v, i) => sum + v * (plane.y[i] ?? 0), 0)).toBeCloseTo(0, 10);
    const lossOf = lossOnPlane(analysis, plane);
    const [low = NaN, high = NaN] = [analysis.directions[analysis.flat], analysis.directions.at(-1)].map(
      (direction) => direction?.curvature,
    );
    expect(lossOf([1, 0])).toBeCloseTo(analysis.leastLoss + low / 2, 8);
    expect(lossOf([0, 1])).toBeCloseTo(analysis.leastLoss + high / 2, 8);
  });

  it('a chosen pair cuts through the optimum', () => {
    const plane = planeOf(analysis, [1, 4]);
    if (!plane) throw new Error('no plane');
    expect(lossOnPlane(analysis, plane)(plane.optimum)).toBeCloseTo(analysis.leastLoss, 8);
    const kernel = analysis.optimum.with(1, 5).with(4, -3);
    expect(lossOnPlane(analysis, plane)([5, -3])).toBeCloseTo(lossAt(analysis, kernel), 8);
  });
});

it('grows until a run that goes astray is in view', () => {
  const analysis = study(ARTICLE);
  const plane = planeOf(analysis, [0, 1]);
  if (!plane) throw new Error('no plane');
  const near = viewOf(plane, [[0, 0]]).radius;
  expect(near).toBeCloseTo(1.25, 10);
  expect(
    viewOf(plane, [
      [0, 0],
      [20, 3],
    ]).radius,
  ).toBeCloseTo(20, 10);
  expect(viewOf(plane, [plane.optimum]).radius).toBe(1);
});

it('there is no plane of one weight', () => {
  const one: LearningSetup = { ...ARTICLE, learner: { rows: 1, columns: 1 }, start: { kind: 'zeros' } };
  expect(planeOf(study(one), 'extremes')).toBeNull();
});
