import { expect, it } from 'vitest';
import { filledGrid, transposeGrid } from '../../src/state/document.ts';
import { helpfulImage } from '../../src/state/helpful-image.ts';
import { spectrumOf } from '../../src/state/learning-analysis.ts';
import { makeLayer } from '../../src/state/learning-layer.ts';
import { makeLesson, type LearningSetup } from '../../src/state/learning-lesson.ts';
import { ARTICLE } from './learning-fixture.ts';

const flatOf = (setup: LearningSetup): number => spectrumOf(makeLayer(makeLesson(setup)), setup.loss).flat;

it('a single cell decides what the transposed image leaves open', () => {
  const setup = { ...ARTICLE, image: transposeGrid(ARTICLE.image) };
  expect(flatOf(setup)).toBe(1);
  const found = helpfulImage(setup);
  expect(found?.flat).toBe(0);
  expect(found?.image.values.filter((value) => value !== 0)).toEqual([1]);
  expect(flatOf({ ...setup, batch: found ? [found.image] : [] })).toBe(0);
});

it('six directions of 3×3 on the tutorial’s image are decided by one picture', () => {
  const setup: LearningSetup = { ...ARTICLE, learner: { rows: 3, columns: 3 }, start: { kind: 'zeros' } };
  expect(flatOf(setup)).toBe(6);
  expect(helpfulImage(setup)?.flat).toBe(0);
});

it('noise helps where the kernel is too large to go past a single cell on all sides', () => {
  const setup: LearningSetup = {
    ...ARTICLE,
    image: filledGrid(5, 8, 1),
    learner: { rows: 4, columns: 2 },
    start: { kind: 'zeros' },
  };
  const found = helpfulImage(setup);
  expect(found?.image.values.filter((value) => value !== 0).length).toBeGreaterThan(1);
  expect(found?.flat).toBeLessThan(flatOf(setup));
});

it('nothing helps where all is decided, or where the kernel has one place alone', () => {
  expect(helpfulImage(ARTICLE)).toBeNull();
});
