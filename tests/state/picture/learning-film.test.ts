/** The film of a run: taken again on an engine, with the article's numbers, and drawn. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../../../src/engine/index.ts';
import { svgText } from '../../../src/math/figure/svg.ts';
import { createEngineHost } from '../../../src/state/engine-host.ts';
import type { LearningSetup } from '../../../src/state/learning-session.ts';
import { studyOf } from '../../../src/state/learning-study.ts';
import { replayRun, stepsToShow } from '../../../src/state/picture/learning-film.ts';
import {
  learningPicture,
  type LearningSubject,
  type LearningWords,
  type RunMoment,
} from '../../../src/state/picture/learning-picture.ts';
import { nodesOf, readXml } from '../../math/figure/read-xml.ts';
import { ARTICLE, runThrough, typed } from '../learning-fixture.ts';
import { INKS, PLAIN_LOOK } from './looks.ts';

const WORDS = {
  title: 'T',
  image: 'Image',
  teacher: 'Teacher',
  filter: 'Filter',
  filterName: null,
  target: 'Target',
  start: 'Start',
  learned: 'Learned',
  gradient: 'Gradient',
  bias: 'Bias',
  loss: 'Loss',
  epoch: 'epoch',
  epochOf: (step: number) => `epoch ${String(step)}`,
  andMore: (size: string, count: number) => `${size} +${String(count)}`,
};

function openHost() {
  const host = createEngineHost(() => openEngine({ prefer: 'cpu' }));
  onTestFinished(() => {
    host.dispose();
  });
  return host;
}

function replay(setup: LearningSetup, steps: readonly number[], signal = new AbortController().signal) {
  return replayRun(openHost(), setup, studyOf(setup, null), steps, signal);
}

function draw(subject: LearningSubject, moment: RunMoment, look = PLAIN_LOOK, words: LearningWords = WORDS) {
  const root = readXml(svgText(learningPicture(subject, moment, words, look)));
  const textsOf = (name: string): string[] => {
    const grid = nodesOf(root, 'g').find(({ attributes }) => attributes['data-grid'] === name);
    return grid ? nodesOf(grid, 'text').map(({ text }) => text) : [];
  };
  return { root, textsOf, box: root.attributes.viewBox };
}

function momentAt(moments: readonly RunMoment[], index: number): RunMoment {
  const moment = moments[index];
  if (!moment) throw new RangeError(`the run has no moment ${String(index)}`);
  return moment;
}

describe('the steps that are shown', () => {
  test('are all of a short run', () => {
    expect(stepsToShow(10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('are some of a long one, closer at its beginning, with both ends', () => {
    const steps = stepsToShow(100_000);
    expect(steps.length).toBeLessThanOrEqual(121);
    expect([steps[0], steps.at(-1)]).toEqual([0, 100_000]);
    const gaps = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
    expect(gaps.every((gap) => gap > 0)).toBe(true);
    expect((gaps.at(-1) ?? 0) / (gaps[0] ?? 1)).toBeGreaterThan(100);
  });
});

describe('the article’s run', () => {
  test('taken again is the run of the scene, step by step', async () => {
    const [{ moments, losses }, run] = await Promise.all([
      replay(ARTICLE, stepsToShow(10)),
      runThrough(ARTICLE),
    ]);
    expect(losses).toEqual(run.losses);
    expect(moments.map(({ step }) => step)).toEqual(stepsToShow(10));
    expect(moments.at(-1)?.kernel).toEqual(run.kernel);
    expect(moments.at(-1)?.gradient).toEqual(run.gradient);
    expect(moments.map(({ kernel }) => kernel.values)).toEqual(run.trace.map(({ weights }) => weights));
  });

  test('is drawn with its numbers, in frames of one size', async () => {
    const { moments, losses } = await replay(ARTICLE, stepsToShow(10));
    const { lesson } = studyOf(ARTICLE, null);
    const subject = { image: ARTICLE.image, learning: ARTICLE, lesson, losses };
    const frames = moments.map((moment) => draw(subject, moment));
    expect(new Set(frames.map(({ box }) => box)).size).toBe(1);
    const [first, last] = [frames[0], frames.at(-1)];
    expect(first?.textsOf('learned')).toEqual(['0.4923', '0.2704']);
    expect(first?.textsOf('gradient')).toEqual([]);
    expect(last?.textsOf('learned')).toEqual(['1.0307', '−0.9488']);
    expect(last?.textsOf('teacher')).toEqual(['1', '−1']);
    expect(last?.textsOf('image')).toEqual(ARTICLE.image.values.map(String));
    expect(last?.textsOf('target').slice(0, 7)).toEqual(['0', '1', '0', '0', '0', '−1', '0']);
    const points = frames.map(
      ({ root }) =>
        nodesOf(root, 'polyline')
          .find(({ attributes }) => attributes['stroke-width'] === '2')
          ?.attributes.points?.split(' ').length,
    );
    expect(points).toEqual([undefined, undefined, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(last?.root.text).toContain('epoch 10');
  });

  test('without labels only the signs are left', async () => {
    const { moments, losses } = await replay(ARTICLE, [0, 2]);
    const subject = {
      image: ARTICLE.image,
      learning: ARTICLE,
      lesson: studyOf(ARTICLE, null).lesson,
      losses,
    };
    const look = { ...PLAIN_LOOK, captions: false, numbers: false };
    const { root } = draw(subject, momentAt(moments, 1), look);
    expect(nodesOf(root, 'text').map(({ text }) => text)).toEqual(['⋆', '=', '→']);
  });
});

describe('a batch with a bias', () => {
  // As learned by hand: the targets are -1, the responses 0.5 - 4 and 1.5 - 8, and 2 (1 · -2.5 + 3 · -5.5) = -38.
  const setup: LearningSetup = {
    ...ARTICLE,
    image: { rows: 1, columns: 2, values: [1, 2] },
    batch: [{ rows: 1, columns: 2, values: [3, 4] }],
    start: typed(0.5, -2),
    bias: true,
    frozen: [1],
    rate: 0.01,
  };

  test('has the bias under each kernel, and says how many images there are', async () => {
    const { moments, losses } = await replay(setup, [0, 1]);
    const subject = { image: setup.image, learning: setup, lesson: studyOf(setup, null).lesson, losses };
    const [before, after] = [0, 1].map((index) => draw(subject, momentAt(moments, index)));
    expect(before?.textsOf('start-bias')).toEqual(['0.0000']);
    expect(before?.textsOf('bias-gradient')).toEqual([]);
    expect(after?.textsOf('learned')).toEqual(['0.8800', '−2.0000']);
    expect(after?.textsOf('bias')).toEqual(['0.1600']);
    expect(after?.textsOf('gradient')).toEqual(['−38.000', '0.000']);
    expect(after?.textsOf('bias-gradient')).toEqual(['−16.000']);
    expect(before?.box).toBe(after?.box);
    expect(after?.root.text).toContain('1 × 2 +1');
  });
});

test('weights that stay where they start are marked in the learned kernel, and they alone', async () => {
  const setup: LearningSetup = { ...ARTICLE, frozen: [1] };
  const { moments } = await replay(setup, [0, 3]);
  const subject = { image: setup.image, learning: setup, lesson: studyOf(setup, null).lesson, losses: [] };
  const { shapes } = learningPicture(subject, momentAt(moments, 1), WORDS, PLAIN_LOOK);
  const learned = shapes.find((shape) => shape.kind === 'cells' && shape.name === 'learned');
  const marks = shapes.filter((shape) => shape.kind === 'box' && shape.dash !== undefined);
  if (learned?.kind !== 'cells' || marks[0]?.kind !== 'box') throw new Error('there is a mark');
  expect(marks).toHaveLength(1);
  const { x, y, width, height } = marks[0];
  const middle = [(x + width / 2 - learned.x) / learned.cell, (y + height / 2 - learned.y) / learned.cell];
  expect(middle.map((share) => share.toFixed(6))).toEqual(['1.500000', '0.500000']);
  expect(learned.cells.map(({ fill }) => fill === INKS.surface)).toEqual([false, true]);
  // It starts at the article's second weight.
  expect(learned.cells[1]?.text).toBe('0.2704');
});

test('a filter stands by its name between image and target, and no kernel does', async () => {
  const setup: LearningSetup = { ...ARTICLE, filter: 'median' };
  const { moments, losses } = await replay(setup, [0]);
  const subject = { image: setup.image, learning: setup, lesson: studyOf(setup, null).lesson, losses };
  const words = { ...WORDS, filterName: 'median' };
  const { root, textsOf } = draw(subject, momentAt(moments, 0), PLAIN_LOOK, words);
  const texts = nodesOf(root, 'text').map(({ text }) => text);
  expect(textsOf('teacher')).toEqual([]);
  expect(texts).not.toContain('⋆');
  expect(texts.filter((text) => ['→', 'Filter', 'median'].includes(text))).toEqual([
    '→',
    'Filter',
    'median',
    '→',
    '→',
  ]);
  const bare = draw(subject, momentAt(moments, 0), { ...PLAIN_LOOK, captions: false, numbers: false }, words);
  expect(nodesOf(bare.root, 'text').map(({ text }) => text)).toEqual(['→', '→']);
});

test('a run that diverges ends where it blows up', async () => {
  const { moments, losses } = await replay({ ...ARTICLE, rate: 1, steps: 60 }, stepsToShow(60));
  expect(moments.length).toBeLessThan(20);
  expect(losses.every(Number.isFinite)).toBe(true);
  expect(moments.flatMap(({ kernel }) => kernel.values).every(Number.isFinite)).toBe(true);
});

test('a run that is stopped on the way rejects with the reason', async () => {
  const stop = new AbortController();
  const pending = replay({ ...ARTICLE, steps: 5000 }, stepsToShow(5000), stop.signal);
  stop.abort(new Error('enough'));
  await expect(pending).rejects.toThrow('enough');
});
