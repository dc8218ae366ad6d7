import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contourLines, type HeightField } from '../../src/math/contours.ts';

const field = (rows: number, columns: number, heightAt: (x: number, y: number) => number): HeightField => ({
  rows,
  columns,
  heights: Array.from({ length: rows * columns }, (_, i) => heightAt(i % columns, Math.floor(i / columns))),
});

describe('contours', () => {
  it('of a bowl are one closed circle each', () => {
    const bowl = field(41, 41, (x, y) => (x - 20) ** 2 + (y - 20) ** 2);
    for (const radius of [5, 10, 18]) {
      const lines = contourLines(bowl, radius ** 2);
      expect(lines).toHaveLength(1);
      const line = lines[0] ?? [];
      expect(line.at(-1)).toEqual(line[0]);
      for (const [x, y] of line) expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(radius, 1);
    }
  });

  it('of a slope are one straight line from edge to edge', () => {
    const lines = contourLines(
      field(5, 9, (x) => x),
      2.25,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]?.map(([x]) => x)).toEqual([2.25, 2.25, 2.25, 2.25, 2.25]);
    expect(lines[0]?.map(([, y]) => y).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('of two hills keep apart above the pass and run round both below it', () => {
    const hills = field(21, 41, (x, y) =>
      Math.max(10 - Math.hypot(x - 10, y - 10), 10 - Math.hypot(x - 28, y - 10)),
    );
    expect(contourLines(hills, 5)).toHaveLength(2);
    expect(contourLines(hills, 0.5)).toHaveLength(1);
  });

  it.each([
    [1, 2],
    [-1, 2],
  ])('part a saddle by its middle (%d)', (lift, count) => {
    const saddle = field(2, 2, (x, y) => (x === y ? 1 : -1) + lift * 0.5);
    const lines = contourLines(saddle, 0);
    expect(lines).toHaveLength(count);
    // High corners (0, 0) and (1, 1) are one ridge when lifted: each line then cuts off a low corner.
    const cutsOffLow = lines.every((line) => {
      const meanX = line.reduce((sum, [x]) => sum + x, 0) / line.length;
      const meanY = line.reduce((sum, [, y]) => sum + y, 0) / line.length;
      return (meanX - 0.5) * (meanY - 0.5) < 0;
    });
    expect(cutsOffLow).toBe(lift > 0);
  });

  it('there are none above the top or below the bottom', () => {
    expect(
      contourLines(
        field(4, 4, (x, y) => x + y),
        7,
      ),
    ).toEqual([]);
    expect(
      contourLines(
        field(4, 4, (x, y) => x + y),
        -1,
      ),
    ).toEqual([]);
    expect(contourLines({ rows: 1, columns: 1, heights: [3] }, 3)).toEqual([]);
  });

  it('of any field lie on its edges at the level, and every crossed edge is met', () => {
    const any = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
      .chain(([rows, columns]) =>
        fc
          .array(fc.integer({ min: -5, max: 5 }), { minLength: rows * columns, maxLength: rows * columns })
          .map((heights) => ({ rows, columns, heights })),
      );
    fc.assert(
      fc.property(any, (each) => {
        const points = new Set(
          contourLines(each, 0.5).flatMap((line) => line.map(([x, y]) => `${String(x)},${String(y)}`)),
        );
        expect(points.size).toBe(crossedEdges(each, 0.5));
      }),
    );
  });
});

function crossedEdges({ rows, columns, heights }: HeightField, level: number): number {
  const isAbove = (x: number, y: number): boolean => (heights[y * columns + x] ?? 0) > level;
  let count = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (x + 1 < columns && isAbove(x, y) !== isAbove(x + 1, y)) count++;
      if (y + 1 < rows && isAbove(x, y) !== isAbove(x, y + 1)) count++;
    }
  }
  return count;
}
