/** The three grids point at one another as the operation says. */
import { describe, expect, test } from 'vitest';
import { planCorrelation } from '../../../src/math/geometry.ts';
import { linkedMarks } from '../../../src/ui/correlation/linked-marks.ts';
import { outlineSides } from '../../../src/ui/grid/marks.ts';

/** The article's 3×3 image and 2×2 kernel: four response elements. */
const ARTICLE = planCorrelation([1, 1, 3, 3], [1, 1, 2, 2]);

describe('on the article’s example', () => {
  test('the window at 37 covers the four cells at the bottom left', () => {
    const { image, response } = linkedMarks(ARTICLE, 2, null, false);
    expect([...image]).toEqual([
      ['1,0', 'window'],
      ['1,1', 'window'],
      ['2,0', 'window'],
      ['2,1', 'window'],
    ]);
    expect([...response]).toEqual([['1,0', 'current']]);
  });

  test('the middle cell feeds all four elements, the corner one', () => {
    const fed = (row: number, column: number) =>
      [...linkedMarks(ARTICLE, 0, { grid: 'image', row, column }, false).response]
        .filter(([, mark]) => mark === 'feeds')
        .map(([key]) => key);
    expect(fed(1, 1).sort()).toEqual(['0,0', '0,1', '1,0', '1,1']);
    expect(fed(2, 2)).toEqual(['1,1']);
  });

  test('a kernel cell shows the image cell that it multiplies', () => {
    const { image, kernel } = linkedMarks(ARTICLE, 3, { grid: 'kernel', row: 0, column: 1 }, false);
    expect(kernel.get('0,1')).toBe('current');
    expect(image.get('1,2')).toBe('feeds');
  });

  test('an image cell under the window shows the weight that it meets', () => {
    const at = (row: number, column: number) =>
      linkedMarks(ARTICLE, 0, { grid: 'image', row, column }, false).kernel;
    expect([...at(1, 0)]).toEqual([['1,0', 'current']]);
    expect([...at(2, 2)]).toEqual([]);
  });

  test('a playing window covers what it has not reached', () => {
    const { response } = linkedMarks(ARTICLE, 1, null, true);
    expect(response.get('0,0')).toBeUndefined();
    expect(response.get('0,1')).toBe('current');
    expect([response.get('1,0'), response.get('1,1')]).toEqual(['later', 'later']);
  });
});

test('with padding the window reaches over the edge', () => {
  const plan = planCorrelation([1, 1, 3, 3], [1, 1, 2, 2], { padding: [1, 1, 1, 1] });
  expect([...linkedMarks(plan, 0, null, false).image.keys()]).toEqual(['-1,-1', '-1,0', '0,-1', '0,0']);
});

test('the outline runs around the window, not through it', () => {
  const { image } = linkedMarks(ARTICLE, 0, null, false);
  expect(outlineSides(image, 0, 0)).toEqual(['edge-top', 'edge-left']);
  expect(outlineSides(image, 1, 1)).toEqual(['edge-right', 'edge-bottom']);
  expect(outlineSides(image, 2, 2)).toEqual([]);
});
