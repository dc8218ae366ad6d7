/** Stacks on both engines against the definition: feature maps, and the gradient of the middle element. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type Engine } from '../../src/engine/index.ts';
import { TorchGenerator } from '../../src/math/random.ts';
import { DEFAULT_DOCUMENT, type NumberGrid } from '../../src/state/document.ts';
import { makeActivation, makeCorrelation, makePooling, type StackLayer } from '../../src/state/stack.ts';
import { STACK_EXAMPLES, stackExample } from '../../src/state/stack-examples.ts';
import { forwardStack, middleGradient } from '../../src/state/stack-forward.ts';
import { openWatchedEngine } from '../engine/gpu/gpu-fixture.ts';
import { oracleGradient, oracleLevels } from './stack-oracle.ts';

function noise(rows: number, columns: number): NumberGrid {
  return { rows, columns, values: [...new TorchGenerator(5).randn(rows * columns)] };
}

const conv = (
  side: number,
  seed: number,
  more: { channels?: number; stride?: number; padding?: number; dilation?: number } = {},
) => makeCorrelation({ kernel: [side, side], weights: { kind: 'torch', seed }, ...more });

const STACKS: readonly (readonly [name: string, image: NumberGrid, layers: readonly StackLayer[]])[] = [
  ['one layer', noise(5, 7), [conv(3, 1)]],
  [
    'padding, stride and dilation',
    noise(11, 9),
    [conv(3, 1, { padding: 2, stride: 2, dilation: 2 }), conv(2, 2, { padding: 1 })],
  ],
  [
    'channels',
    noise(8, 8),
    [conv(3, 1, { channels: 4 }), conv(2, 2, { channels: 3 }), conv(3, 3, { channels: 2 })],
  ],
  [
    'ReLU and the greatest',
    noise(12, 12),
    [conv(3, 1, { channels: 3 }), makeActivation('relu'), makePooling('max'), conv(3, 2)],
  ],
  [
    'tanh and the mean',
    noise(12, 10),
    [conv(2, 1, { channels: 2 }), makeActivation('tanh'), makePooling('average', 3, 2), conv(2, 4)],
  ],
  [
    'windows that overlap',
    noise(9, 9),
    [conv(2, 7), makePooling('max', 3, 1), makeActivation('none'), conv(2, 8)],
  ],
  ['eight layers', noise(17, 17), Array.from({ length: 8 }, (_, seed) => conv(3, seed, { padding: 1 }))],
];

const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  cpu: () => openEngine({ prefer: 'cpu' }),
  webgpu: async () => (await openWatchedEngine()).engine,
};

describe.each(Object.entries(ENGINES))('on the %s engine', (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => {
    engine.dispose();
  });

  it("gives the article's 19, 25, 37, 43, and 228 after the second layer", async () => {
    const { image, layers } = DEFAULT_DOCUMENT.receptive;
    const levels = await forwardStack(engine, image, layers);
    // 0·19 + 1·25 + 2·37 + 3·43 = 228.
    expect(levels.map(({ data }) => [...data])).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
      [19, 25, 37, 43],
      [228],
    ]);
  });

  it('gives the gradient of its last element: the kernel laid on itself', async () => {
    const { image, layers } = DEFAULT_DOCUMENT.receptive;
    const levels = await forwardStack(engine, image, layers);
    const { data } = await middleGradient(engine, layers, levels, 0);
    // [[0, 1], [2, 3]] ∗ [[0, 1], [2, 3]], as polynomials in x and y: (x + 2y + 3xy)².
    expect([...data]).toEqual([0, 0, 1, 0, 4, 6, 4, 12, 9]);
  });

  it.each(STACKS)('%s: every map is what the definition says', async (__, image, layers) => {
    const levels = await forwardStack(engine, image, layers);
    const expected = oracleLevels(image, layers);
    expect(levels.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
    for (const [at, { data }] of levels.entries())
      expectClose(data, Array.from(expected[at]?.data ?? []), 1e-5);
  });

  it.each(STACKS)('%s: the gradient is the slope', async (__, image, layers) => {
    const levels = await forwardStack(engine, image, layers);
    const { data } = await middleGradient(engine, layers, levels, 0);
    expectClose(data, oracleGradient(image, layers, 0), 1e-4);
  });

  it.each(STACK_EXAMPLES)('the example %s goes through', async (name) => {
    const { image, layers } = stackExample(name);
    expect(await forwardStack(engine, image, layers)).toHaveLength(layers.length + 1);
  });

  it('goes as far as a stack can', async () => {
    const levels = await forwardStack(engine, noise(4, 4), [conv(3, 1), conv(3, 2), conv(1, 3)]);
    expect(levels.map(({ shape }) => shape)).toEqual([
      [1, 1, 4, 4],
      [1, 1, 2, 2],
    ]);
  });
});

/** Within `share` of the largest value. */
function expectClose(actual: ArrayLike<number>, expected: readonly number[], share: number): void {
  expect(actual.length).toBe(expected.length);
  const allowed = share * Math.max(1e-3, ...expected.map(Math.abs));
  const worst = Math.max(...expected.map((value, index) => Math.abs(value - (actual[index] ?? NaN))));
  expect(worst).toBeLessThanOrEqual(allowed);
}
