/** Any stack, forwards and backwards on both engines, is the definition in float64 to within what float32 explains. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type Engine } from '../../src/engine/index.ts';
import { ACTIVATIONS, planStack, POOLINGS } from '../../src/math/stack/layer.ts';
import type { NumberGrid } from '../../src/state/document.ts';
import {
  makeActivation,
  makeCorrelation,
  makePooling,
  stackImage,
  typedLayer,
  type StackLayer,
} from '../../src/state/stack.ts';
import { forwardStack, middleGradient } from '../../src/state/stack-forward.ts';
import { openWatchedEngine } from '../engine/gpu/gpu-fixture.ts';
import { expectWithin } from '../engine/gpu/tensors.ts';
import { scatteredTensor } from '../math/operand-samples.ts';
import { oracleGradient } from './stack-oracle.ts';
import { boundedGradient, boundedLevels, type Bounded } from './stack-tolerance.ts';

const upTo = (max: number, min = 1) => fc.integer({ min, max });

const geometry = { stride: upTo(3), padding: upTo(3, 0), dilation: upTo(3) };

const seededLayer = fc
  .record({ kernel: fc.tuple(upTo(3), upTo(4)), channels: upTo(4), ...geometry, seed: fc.nat() })
  .map(({ seed, ...shape }) => makeCorrelation({ ...shape, weights: { kind: 'torch', seed } }));

const typedKernels = fc
  .record({
    rows: upTo(3),
    columns: upTo(3),
    channels: upTo(3),
    seed: fc.integer(),
    more: fc.record(geometry),
  })
  .map(({ rows, columns, channels, seed, more }) =>
    typedLayer(
      Array.from({ length: channels }, (_, channel) => scatteredGrid(rows, columns, seed + channel)),
      more,
    ),
  );

const pooling = fc
  .record({ method: fc.constantFrom(...POOLINGS), size: upTo(3), stride: upTo(3) })
  .map(({ method, size, stride }) => makePooling(method, size, stride));

const layer: fc.Arbitrary<StackLayer> = fc.oneof(
  { weight: 3, arbitrary: seededLayer },
  { weight: 1, arbitrary: typedKernels },
  { weight: 2, arbitrary: pooling },
  { weight: 2, arbitrary: fc.constantFrom(...ACTIVATIONS).map(makeActivation) },
);

interface Sample {
  readonly image: NumberGrid;
  readonly layers: readonly StackLayer[];
  /** Of the last level. */
  readonly channel: number;
}

/** Layers that do not fit what comes before them are left out. */
const samples: fc.Arbitrary<Sample> = fc
  .record({
    image: fc.tuple(upTo(10), upTo(10), fc.integer()).map((sides) => scatteredGrid(...sides)),
    layers: fc.array(layer, { minLength: 2, maxLength: 6 }),
    channel: fc.nat(),
  })
  .map(({ image, layers, channel }) => {
    const fitting = layers.reduce<StackLayer[]>(
      (before, next) =>
        planStack(stackImage(image), [...before, next]).faultAt === null ? [...before, next] : before,
      [],
    );
    const [channels = 1] = planStack(stackImage(image), fitting).shapes.at(-1) ?? [];
    return { image, layers: fitting, channel: channel % channels };
  });

const ENGINES: readonly (readonly [name: string, runs: number, open: () => Promise<Engine>])[] = [
  ['cpu', 200, () => openEngine({ prefer: 'cpu' })],
  ['webgpu', 60, async () => (await openWatchedEngine()).engine],
];

describe.each(ENGINES)('on the %s engine', (_, numRuns, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => {
    engine.dispose();
  });

  it('maps and gradients are within the bound, which is not loose by orders of magnitude', async () => {
    let largestShare = 0;
    const property = fc.asyncProperty(samples, async ({ image, layers, channel }) => {
      const levels = await forwardStack(engine, image, layers);
      const expected = boundedLevels(image, layers);
      expect(levels).toHaveLength(expected.length);
      const results = [
        ...levels.map((actual, at) => ({ actual, expected: expected[at] })),
        {
          actual: await middleGradient(engine, layers, levels, channel),
          expected: boundedGradient(layers, expected, channel),
        },
      ];
      for (const { actual, expected } of results) {
        if (!expected) continue;
        expectWithin(actual, expected.exact, expected.bound);
        largestShare = Math.max(largestShare, largestShareOf(actual.data, expected));
      }
    });
    await fc.assert(property, { numRuns, seed: 6 });
    expect(largestShare).toBeGreaterThan(0.1);
  }, 60_000);
});

it('the slope that is expected of them is the slope: central differences say the same', () => {
  fc.assert(
    fc.property(samples, ({ image, layers, channel }) => {
      const { exact, bound } = boundedGradient(layers, boundedLevels(image, layers), channel);
      const differences = oracleGradient(image, layers, channel);
      // Of these samples no kink lies within the step of a difference, but for those that float32 cannot tell either.
      const near = Array.from(exact.data, (slope, cell) => Math.abs(slope - (differences[cell] ?? NaN)));
      for (const [cell, distance] of near.entries())
        expect(distance).toBeLessThanOrEqual(1e-6 + (bound.data[cell] ?? NaN));
    }),
    { numRuns: 60, seed: 6 },
  );
});

function scatteredGrid(rows: number, columns: number, seed: number): NumberGrid {
  const { data } = scatteredTensor([1, 1, rows, columns], seed);
  return { rows, columns, values: Array.from(data, Math.fround) };
}

/** Of the bounds, how much the errors used. */
function largestShareOf(actual: Float32Array, { exact, bound }: Bounded): number {
  const shares = Array.from(actual, (value, index) => {
    const error = Math.abs(value - (exact.data[index] ?? NaN));
    return error === 0 ? 0 : error / (bound.data[index] ?? NaN);
  });
  return Math.max(0, ...shares);
}
