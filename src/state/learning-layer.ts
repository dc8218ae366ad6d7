/**
 * The layer that a lesson trains, as the engines take it. A correlation of the images where every weight is free and there
 * is no bias. Otherwise each free weight gets a channel of its own, the part of the images that it meets, and the bias a
 * channel of ones: the same products under a 1×1 kernel that holds the free weights alone. What the frozen weights
 * answer is taken off the target, in float64 and rounded once.
 */
import { makeTensor, type Tensor4 } from '../math/tensor.ts';
import type { GridSize, NumberGrid } from './document.ts';
import { partOf, type Lesson } from './learning-lesson.ts';

export interface Layer {
  /** Of the whole kernel. */
  readonly size: GridSize;
  /** `[images, channels, height, width]`, and `[images, 1, height, width]`. */
  readonly image: Tensor4;
  readonly target: Tensor4;
  /** Where the engine starts: the free weights in their order, the bias last. */
  readonly kernel: Tensor4;
  /** For each of them its place among all weights, where the bias comes after the kernel. */
  readonly free: readonly number[];
  /** All weights at the start. */
  readonly start: readonly number[];
}

export function makeLayer(lesson: Lesson): Layer {
  const { start, startBias } = lesson;
  const all = startBias === null ? start.values : [...start.values, startBias];
  const frozen = new Set(lesson.frozen);
  const free = all.map((_, i) => i).filter((i) => !frozen.has(i));
  if (startBias === null && free.length === all.length) return plainLayer(lesson, free, all);
  return tapLayer(lesson, free, all);
}

/** All weights where the engine's are these; those that it does not have keep `others`, or what they start from. */
export function allWeights(
  { free, start }: Layer,
  weights: ArrayLike<number>,
  others: readonly number[] = start,
): readonly number[] {
  const all = [...others];
  free.forEach((place, i) => (all[place] = weights[i] ?? 0));
  return all;
}

/** The kernel among all weights. */
export function kernelOf({ rows, columns }: GridSize, weights: readonly number[]): NumberGrid {
  return { rows, columns, values: weights.slice(0, rows * columns) };
}

/** The bias among all weights of a kernel's size; null where there is none. */
export function biasOf({ rows, columns }: GridSize, weights: readonly number[]): number | null {
  return weights[rows * columns] ?? null;
}

function plainLayer({ examples, start }: Lesson, free: readonly number[], all: readonly number[]): Layer {
  return {
    size: sizeOf(start),
    image: stacked(examples.map(({ image }) => [image])),
    target: stacked(examples.map(({ target }) => [target])),
    kernel: makeTensor([1, 1, start.rows, start.columns], start.values),
    free,
    start: all,
  };
}

function tapLayer(lesson: Lesson, free: readonly number[], all: readonly number[]): Layer {
  const { examples, start } = lesson;
  const taps = start.values.length;
  const seen = (image: NumberGrid, target: NumberGrid, place: number): NumberGrid =>
    place === taps
      ? { ...target, values: target.values.map(() => 1) }
      : partOf(image, Math.floor(place / start.columns), place % start.columns, target);
  const left = examples.map(({ image, target }) => {
    const values = [...target.values];
    for (const place of lesson.frozen) {
      const met = seen(image, target, place).values;
      met.forEach((cell, i) => (values[i] = (values[i] ?? 0) - (start.values[place] ?? 0) * cell));
    }
    return { ...target, values };
  });
  return {
    size: sizeOf(start),
    image: stacked(examples.map(({ image, target }) => free.map((place) => seen(image, target, place)))),
    target: stacked(left.map((target) => [target])),
    kernel: makeTensor(
      [1, free.length, 1, 1],
      free.map((place) => all[place] ?? 0),
    ),
    free,
    start: all,
  };
}

function sizeOf({ rows, columns }: NumberGrid): GridSize {
  return { rows, columns };
}

/** Images by channels, all of one size. */
function stacked(images: readonly (readonly NumberGrid[])[]): Tensor4 {
  const [first] = images[0] ?? [];
  const shape = [images.length, images[0]?.length ?? 0, first?.rows ?? 0, first?.columns ?? 0] as const;
  return makeTensor(
    shape,
    images.flatMap((channels) => channels.flatMap(({ values }) => values)),
  );
}
