import { expect, it } from 'vitest';
import { raceOf, rivalsOf, withRun, type KeptRun } from '../../src/state/kept-runs.ts';
import { makeLesson, type LearningSetup } from '../../src/state/learning-lesson.ts';
import { ARTICLE } from './learning-fixture.ts';

const problemOf = (setup: LearningSetup) => raceOf(makeLesson(setup), setup);
const kept = (change: Partial<LearningSetup>): KeptRun => {
  const setup = { ...ARTICLE, ...change };
  return { problem: problemOf(setup), part: setup, losses: [change.rate ?? 0] };
};

it('runs of other rates, optimisers and starts race on the same problem', () => {
  const runs = [kept({ rate: 0.01 }), kept({ start: { kind: 'zeros' } })].reduce(withRun, []);
  expect(rivalsOf(runs, problemOf(ARTICLE), ARTICLE)).toHaveLength(2);
  const others: Partial<LearningSetup>[] = [
    { loss: 'mean' },
    { learner: { rows: 2, columns: 2 }, start: { kind: 'zeros' } },
    { noise: { deviation: 1, seed: 0 } },
    { image: { ...ARTICLE.image, values: ARTICLE.image.values.map((value) => 1 - value) } },
  ];
  for (const change of others) {
    const setup = { ...ARTICLE, ...change };
    expect(rivalsOf(runs, problemOf(setup), setup)).toEqual([]);
  }
});

it('a run does not race its twin, and a newer twin takes its place', () => {
  const runs = [kept({ rate: 0.01, steps: 5 }), kept({ rate: 0.01, steps: 9 })].reduce(withRun, []);
  expect(runs.map(({ part }) => part.steps)).toEqual([9]);
  expect(rivalsOf(runs, problemOf(ARTICLE), { ...ARTICLE, rate: 0.01 })).toEqual([]);
});

it('of one problem the newest three are kept', () => {
  const rates = [0.01, 0.011, 0.012, 0.013];
  const runs = [kept({ loss: 'mean' }), ...rates.map((rate) => kept({ rate }))].reduce(withRun, []);
  expect(runs).toHaveLength(4);
  expect(rivalsOf(runs, problemOf(ARTICLE), ARTICLE).map(({ part }) => part.rate)).toEqual(rates.slice(1));
});
