import { expect, it } from 'vitest';
import * as article from '../../src/math/article.ts';
import { correlate } from '../../src/math/definition.ts';
import training from '../fixtures/training.json';

it('answers 19, 25, 37, 43', () => {
  const response = correlate(article.COUNTING_IMAGE, article.COUNTING_KERNEL);
  expect([...response.data]).toEqual([19, 25, 37, 43]);
});

it("shows +1 and −1 at the two edges, as the article's table does", () => {
  expect([...article.BARS_IMAGE.data]).toEqual(training.X.flat());
  const response = correlate(article.BARS_IMAGE, article.EDGE_KERNEL);
  expect(response.shape).toEqual([1, 1, 6, 7]);
  expect([...response.data].map((value) => value + 0)).toEqual(training.Y.flat());
});

it('starts where the printed result came from', () => {
  training.article.inverted_start.forEach((weight, i) => {
    expect(article.ARTICLE_START.data[i]).toBeCloseTo(weight, 5);
  });
  expect([...article.ARTICLE_LEARNED_KERNEL.data]).toEqual(
    training.article.printed_kernel.map((weight) => Math.fround(weight)),
  );
});
