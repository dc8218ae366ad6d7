import { expect, test } from 'vitest';
import { summarise } from '../../src/bench/statistics.ts';

test('median and quartiles of 1 to 5, in any order', () => {
  expect(summarise([4, 1, 5, 3, 2])).toEqual({
    minimum: 1,
    lowerQuartile: 2,
    median: 3,
    upperQuartile: 4,
    maximum: 5,
    samples: 5,
  });
});

// R: quantile(c(1, 2, 4, 8)) is 1.00 1.75 3.00 5.00 8.00
test('quartiles between samples are those of R', () => {
  const { lowerQuartile, median, upperQuartile } = summarise([8, 4, 2, 1]);
  expect([lowerQuartile, median, upperQuartile]).toEqual([1.75, 3, 5]);
});

test('one sample is every quantile', () => {
  expect(summarise([7])).toMatchObject({ minimum: 7, median: 7, maximum: 7, samples: 1 });
});

test('nothing has no median', () => {
  expect(() => summarise([])).toThrow(RangeError);
});
