/** Any document that the page can hold. */
import fc from 'fast-check';
import { outputSize } from '../../src/math/geometry.ts';
import type { LearningStart, NumberGrid, PlaygroundDocument } from '../../src/state/document.ts';
import { LIMITS, type Range } from '../../src/state/limits.ts';
import type { ScaleColors, ScaleRange } from '../../src/math/value-scale.ts';

const whole = ({ minimum, maximum }: Range) => fc.integer({ min: minimum, max: maximum });

/** Numbers as people type them, and any others of the range; there is one zero. */
const value = fc
  .oneof(
    fc.integer({ min: -99, max: 99 }),
    fc.integer({ min: -999_900, max: 999_900 }).map((cents) => cents / 100),
    fc.double({ min: LIMITS.value.minimum, max: LIMITS.value.maximum, noNaN: true }),
  )
  .map((number) => (number === 0 ? 0 : number));

function grid(rows: number, columns: number, cell: fc.Arbitrary<number>): fc.Arbitrary<NumberGrid> {
  const count = rows * columns;
  return fc.array(cell, { minLength: count, maxLength: count }).map((values) => ({ rows, columns, values }));
}

function sized(side: Range, cell: fc.Arbitrary<number>): fc.Arbitrary<NumberGrid> {
  return fc.tuple(whole(side), whole(side)).chain(([rows, columns]) => grid(rows, columns, cell));
}

const two = (range: Range) => fc.tuple(whole(range), whole(range));
const padding = fc.tuple(
  whole(LIMITS.padding),
  whole(LIMITS.padding),
  whole(LIMITS.padding),
  whole(LIMITS.padding),
);

const correlation = fc
  .record({
    image: sized(LIMITS.imageSide, value),
    kernel: sized(LIMITS.kernelSide, value),
    stride: two(LIMITS.stride),
    padding,
    dilation: two(LIMITS.dilation),
    flip: fc.boolean(),
  })
  .filter(({ image, kernel, ...geometry }) => fits(image, kernel, geometry));

const edges = fc
  .record({ image: sized(LIMITS.imageSide, fc.constantFrom(0, 1)), kernel: sized(LIMITS.kernelSide, value) })
  .filter(({ image, kernel }) => fits(image, kernel));

const learning = sized(LIMITS.kernelSide, value).chain((teacher) =>
  fc.record({
    teacher: fc.constant(teacher),
    start: startFor(teacher),
    rate: fc.double({ min: LIMITS.rate.minimum, max: LIMITS.rate.maximum, noNaN: true }),
    steps: whole(LIMITS.steps),
  }),
);

const range: fc.Arbitrary<ScaleRange> = fc.oneof(
  fc.constantFrom<ScaleRange>({ kind: 'symmetric' }, { kind: 'automatic' }),
  fc
    .tuple(value, value)
    .map((ends): ScaleRange => ({ kind: 'fixed', low: Math.min(...ends), high: Math.max(...ends) })),
);

const view = fc.record({ colors: fc.constantFrom<ScaleColors>('signed', 'grey', 'absolute'), range });

export const arbitraryDocument: fc.Arbitrary<PlaygroundDocument> = fc
  .record({ correlation, edges, learning, view })
  .filter(({ edges: { image }, learning: { teacher } }) => fits(image, teacher));

function startFor({ rows, columns }: NumberGrid): fc.Arbitrary<LearningStart> {
  const any: fc.Arbitrary<LearningStart>[] = [
    fc.constant({ kind: 'zeros' }),
    whole(LIMITS.seed).map((seed) => ({ kind: 'torch', seed })),
    grid(rows, columns, value).map((kernel) => ({ kind: 'typed', kernel })),
  ];
  return fc.oneof(...any, ...(rows * columns === 2 ? [fc.constant<LearningStart>({ kind: 'article' })] : []));
}

function fits(image: NumberGrid, kernel: NumberGrid, geometry?: Parameters<typeof outputSize>[2]): boolean {
  try {
    outputSize([image.rows, image.columns], [kernel.rows, kernel.columns], geometry);
    return true;
  } catch {
    return false;
  }
}
