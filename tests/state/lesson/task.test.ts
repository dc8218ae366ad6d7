import { describe, expect, it } from 'vitest';
import { SCENES, type SceneName } from '../../../src/state/address.ts';
import {
  DEFAULT_DOCUMENT,
  type CorrelationPart,
  type LearningPart,
  type NumberGrid,
  type PlaygroundDocument,
} from '../../../src/state/document.ts';
import { makeCorrelation, makePooling, type StackLayer } from '../../../src/state/stack.ts';
import { STACK_EXAMPLES, stackExample } from '../../../src/state/stack-examples.ts';
import { solvedTasks, tasksOf } from '../../../src/state/lesson/task.ts';

const grid = (...rows: readonly (readonly number[])[]): NumberGrid => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: rows.flat(),
});

const correlationWith = (part: Partial<CorrelationPart>): PlaygroundDocument => ({
  ...DEFAULT_DOCUMENT,
  correlation: { ...DEFAULT_DOCUMENT.correlation, ...part },
});
const learningWith = (part: Partial<LearningPart>, image?: NumberGrid): PlaygroundDocument => ({
  ...DEFAULT_DOCUMENT,
  edges: { ...DEFAULT_DOCUMENT.edges, ...(image ? { image } : {}) },
  learning: { ...DEFAULT_DOCUMENT.learning, ...part },
});
const kernelOfScene2 = (kernel: NumberGrid): PlaygroundDocument => ({
  ...DEFAULT_DOCUMENT,
  edges: { ...DEFAULT_DOCUMENT.edges, kernel },
});
const imageOfScene2 = (image: NumberGrid): PlaygroundDocument => ({
  ...DEFAULT_DOCUMENT,
  edges: { ...DEFAULT_DOCUMENT.edges, image },
});
const stackOf = (layers: readonly StackLayer[], side = 9): PlaygroundDocument => ({
  ...DEFAULT_DOCUMENT,
  receptive: {
    ...DEFAULT_DOCUMENT.receptive,
    image: { rows: side, columns: side, values: Array<number>(side * side).fill(1) },
    layers,
  },
});
const square = (side: number, more: { stride?: number; padding?: number; dilation?: number } = {}) =>
  makeCorrelation({ kernel: [side, side], weights: { kind: 'torch', seed: 0 }, ...more });

describe.each(SCENES)('scene %s', (scene) => {
  it('asks for three things, and its example does none of them', async () => {
    expect(tasksOf(scene)).toHaveLength(3);
    expect(await solvedTasks(scene, DEFAULT_DOCUMENT)).toEqual([]);
  });
});

it.each(STACK_EXAMPLES)('the example %s solves nothing as it is, whatever its weights', async (name) => {
  const { image, layers } = stackExample(name);
  const seeded = layers.map((layer) =>
    layer.kind === 'correlation' ? { ...layer, weights: { kind: 'torch' as const, seed: 77 } } : layer,
  );
  for (const each of [layers, seeded]) {
    const receptive = { ...DEFAULT_DOCUMENT.receptive, image, layers: each };
    expect(await solvedTasks('receptive', { ...DEFAULT_DOCUMENT, receptive })).toEqual([]);
  }
});

it('no two tasks have one name', () => {
  const names = SCENES.flatMap(tasksOf);
  expect(new Set(names).size).toBe(names.length);
});

interface Case {
  readonly scene: SceneName;
  readonly task: string;
  readonly solutions: Readonly<Record<string, PlaygroundDocument>>;
  readonly misses: Readonly<Record<string, PlaygroundDocument>>;
}

const ROWS = grid([1, 1, 1], [0, 0, 0], [2, 2, 2]);
const DIFFERENCE = grid([1, -1]);

const CASES: readonly Case[] = [
  {
    scene: 'correlation',
    task: 'silent-response',
    solutions: {
      'rows of equal numbers under a difference': correlationWith({ image: ROWS, kernel: DIFFERENCE }),
      'the same, flipped': correlationWith({ image: ROWS, kernel: DIFFERENCE, flip: true }),
      'a window that skips what is not zero': correlationWith({
        image: grid([0, 5, 0]),
        kernel: grid([1]),
        stride: [1, 2],
      }),
    },
    misses: {
      'a blank image': correlationWith({ image: grid([0, 0], [0, 0]), kernel: DIFFERENCE }),
      'a kernel of zeros': correlationWith({ kernel: grid([0, 0]) }),
      'zeros but for the padding': correlationWith({
        image: ROWS,
        kernel: DIFFERENCE,
        padding: [0, 1, 0, 0],
      }),
    },
  },
  {
    scene: 'correlation',
    task: 'same-size',
    solutions: {
      'a ring of padding around a 3×3 kernel': correlationWith({
        kernel: grid([1, 2, 3], [4, 5, 6], [7, 8, 9]),
        padding: [1, 1, 1, 1],
      }),
    },
    misses: {
      'a kernel of one weight': correlationWith({ kernel: grid([1]) }),
      'too little padding': correlationWith({
        kernel: grid([1, 2, 3], [4, 5, 6], [7, 8, 9]),
        padding: [1, 1, 1, 0],
      }),
      'a kernel of two rows': correlationWith({
        kernel: grid([1, 2, 3], [4, 5, 6]),
        padding: [1, 1, 0, 1],
      }),
    },
  },
  {
    scene: 'correlation',
    task: 'half-turn',
    solutions: { 'the same from both ends': correlationWith({ kernel: grid([1, 2], [2, 1]) }) },
    misses: {
      'one value': correlationWith({ kernel: grid([2, 2], [2, 2]) }),
      'a mirror image only': correlationWith({ kernel: grid([1, 2], [1, 2]) }),
    },
  },
  {
    scene: 'edges',
    task: 'horizontal-edges',
    solutions: {
      'the transpose': kernelOfScene2(grid([1], [-1])),
      'a Sobel kernel': kernelOfScene2(grid([-1, -2, -1], [0, 0, 0], [1, 2, 1])),
    },
    misses: {
      'both directions': kernelOfScene2(grid([2, -1], [-1, 0])),
      zeros: kernelOfScene2(grid([0, 0])),
      'too large for the lying bars': kernelOfScene2(grid([1, 0, 0, 0, 0, 0, -1])),
    },
  },
  {
    scene: 'edges',
    task: 'single-edge',
    solutions: { 'one white cell at the left': imageOfScene2(grid([1, 0, 0], [0, 0, 0])) },
    misses: {
      'an edge two cells long': imageOfScene2(grid([1, 0], [1, 0])),
      'an edge the other way': imageOfScene2(grid([0, 1])),
      'a grey edge': imageOfScene2(grid([0.5, 0])),
      'a single column': imageOfScene2(grid([1], [0])),
    },
  },
  {
    scene: 'edges',
    task: 'corners',
    solutions: { 'a difference of differences': kernelOfScene2(grid([1, -1], [-1, 1])) },
    misses: {
      'zeros in a larger kernel': kernelOfScene2(grid([0, 0], [0, 0])),
      'a diagonal difference': kernelOfScene2(grid([1, 0], [0, -1])),
    },
  },
  {
    // The curvatures are 12 and 60: factors 1 − 12 · rate and 1 − 60 · rate.
    scene: 'learning',
    task: 'long-swing',
    solutions: { 'by −0.98 an epoch': learningWith({ rate: 0.033 }) },
    misses: {
      'by −0.86 an epoch': learningWith({ rate: 0.031 }),
      'away from the goal': learningWith({ rate: 0.034 }),
      'with momentum': learningWith({
        rate: 0.033,
        optimizer: { kind: 'sgd', momentum: 0.5, dampening: 0, nesterov: false, weightDecay: 0 },
      }),
    },
  },
  {
    scene: 'learning',
    task: 'no-swing',
    solutions: {
      'by 0.04 an epoch': learningWith({ rate: 0.016 }),
      'nine tenths of it': learningWith({ rate: 0.015 }),
    },
    misses: {
      'too slow': learningWith({ rate: 0.0149 }),
      'a small swing': learningWith({ rate: 0.017 }),
    },
  },
  {
    scene: 'learning',
    task: 'blind-image',
    solutions: { 'rows of one colour': learningWith({}, grid([1, 1, 1], [0, 0, 0])) },
    misses: {
      'a white cell in the middle': learningWith({}, grid([0, 1, 0], [0, 0, 0])),
      'a blank image': learningWith({}, grid([1, 1, 1], [1, 1, 1])),
    },
  },
  {
    scene: 'receptive',
    task: 'seven-by-seven',
    solutions: {
      'three kernels of 3×3': stackOf([square(3), square(3), square(3)]),
      'a stride between them': stackOf([square(3, { stride: 2 }), square(2), square(2)]),
    },
    misses: {
      'two layers': stackOf([square(4), square(4)]),
      'a field of 9×9': stackOf([square(3), square(3, { dilation: 2 }), square(3)]),
      'an image that is too small': stackOf([square(3), square(3), square(3)], 6),
    },
  },
  {
    scene: 'receptive',
    task: 'thrifty-field',
    solutions: {
      // 1 + 2 + 4 + 8 + 2 = 17 with 9 + 9 + 9 + 9 = 36 weights.
      'dilations that double': stackOf(
        [square(3), square(3, { dilation: 2 }), square(3, { dilation: 4 }), square(3)],
        17,
      ),
      'poolings between them': stackOf(
        [square(3), makePooling('max'), square(3), makePooling('max'), square(3), square(2)],
        24,
      ),
    },
    misses: {
      'eight kernels of 3×3': stackOf(
        Array.from({ length: 8 }, () => square(3)),
        17,
      ),
      'a field of 15×15': stackOf([square(3), square(3, { dilation: 2 }), square(3, { dilation: 4 })], 15),
    },
  },
  {
    scene: 'receptive',
    task: 'past-the-image',
    solutions: { 'padding in between': stackOf([square(3, { padding: 1 }), square(3)], 4) },
    misses: {
      'just all of it': stackOf([square(3), square(3)], 5),
      'in one direction only': stackOf(
        [
          makeCorrelation({ kernel: [1, 3], padding: 1, weights: { kind: 'torch', seed: 0 } }),
          makeCorrelation({ kernel: [1, 3], weights: { kind: 'torch', seed: 0 } }),
        ],
        4,
      ),
    },
  },
];

it('has a case for each task', () => {
  expect(CASES.map(({ task }) => task)).toEqual(SCENES.flatMap(tasksOf));
});

describe.each(CASES)('$task', ({ scene, task, solutions, misses }) => {
  it.each(Object.entries(solutions))('is solved: %s', async (_, document) => {
    expect(await solvedTasks(scene, document)).toContain(task);
  });

  it.each(Object.entries(misses))('is not solved: %s', async (_, document) => {
    expect(await solvedTasks(scene, document)).not.toContain(task);
  });
});
