import { describe, expect, it } from 'vitest';
import { sampled } from '../../../src/ui/learning/chart-sample.ts';
import { pinched, zoomed } from '../../../src/ui/learning/chart-zoom.ts';

describe('a chart of 100 epochs', () => {
  it('is halved around its middle, moved by a quarter, and never past its ends', () => {
    expect(zoomed(null, 100, 'in')).toEqual([25, 75]);
    expect(zoomed([25, 75], 100, 'in')).toEqual([37.5, 62.5]);
    expect(zoomed([25, 75], 100, 'forth')).toEqual([37.5, 87.5]);
    expect(zoomed([50, 100], 100, 'forth')).toEqual([50, 100]);
    expect(zoomed([0, 50], 100, 'back')).toEqual([0, 50]);
    expect(zoomed([25, 75], 100, 'out')).toBeNull();
    expect(zoomed([0, 25], 100, 'out')).toEqual([0, 50]);
    expect(zoomed([25, 75], 100, 'all')).toBeNull();
    expect(zoomed(null, 100, 'back')).toBeNull();
  });

  it('never shows less than two epochs', () => {
    expect(zoomed([10, 12], 100, 'in')).toEqual([10, 12]);
    expect(zoomed(null, 1, 'in')).toBeNull();
  });

  it('keeps under two fingers what they hold', () => {
    // Epochs 40 and 60 are pulled to where 30 and 70 were: half as much is shown, around 50.
    expect(pinched(null, 100, [40, 60], [30, 70])).toEqual([25, 75]);
    // Fingers that come back show all of it.
    expect(pinched([25, 75], 100, [30, 70], [40, 60])).toBeNull();
  });
});

describe('a long line', () => {
  const xs = Array.from({ length: 10_000 }, (_, i) => i + 1);
  const values = xs.map((x) => (x === 5001 ? 99 : x === 7003 ? -99 : x % 2));

  it('keeps its ends and its peaks among fewer points', () => {
    const kept = sampled(xs, values, [0, 10_000]);
    expect(kept.length).toBeLessThan(1700);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(9999);
    expect(kept).toContain(5000);
    expect(kept).toContain(7002);
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
  });

  it('of a short part has every point, and a neighbour on each side', () => {
    const kept = sampled(xs, values, [100, 110]);
    expect(kept.map((index) => xs[index])).toEqual(Array.from({ length: 13 }, (_, i) => 99 + i));
    expect(sampled([1, 2, 3], [1, 2, 3], [0, 10])).toEqual([0, 1, 2]);
    expect(sampled([], [], [0, 10])).toEqual([]);
  });
});
