/** Small responses in the turn of the asker: which go there, and that they are the engine's own. */
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { DisposedError, openEngine, runStack, type Engine } from '../../src/engine/index.ts';
import { withNearResponses } from '../../src/engine/near.ts';
import { stackMultiplyAdds, type StackStep } from '../../src/engine/stack-run.ts';
import { COUNTING_IMAGE, COUNTING_KERNEL } from '../../src/math/article.ts';
import { makeTensor, type Shape4, type Tensor4 } from '../../src/math/tensor.ts';
import { makeScattered } from './gpu/tensors.ts';
import { rejectionOf } from './suite/rejection.ts';

let far: Engine;
let engine: Engine;
let correlate: MockInstance<Engine['correlate']>;

beforeEach(async () => {
  far = await openEngine({ prefer: 'cpu' });
  correlate = vi.spyOn(far, 'correlate');
  engine = withNearResponses(far);
});
afterEach(() => {
  engine.dispose();
});

const farCalls = (): number => correlate.mock.calls.length;

/** Asks for small responses until the engine in reserve would not see them any more. */
async function warmUp(): Promise<void> {
  await expect
    .poll(async () => {
      const before = farCalls();
      await engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL);
      return farCalls() - before;
    })
    .toBe(0);
}

/** Whether the promise is kept before anything else has its turn. */
async function isInTurn(promise: Promise<unknown>): Promise<boolean> {
  let isOver = false;
  setImmediate(() => (isOver = true));
  await promise;
  return !isOver;
}

test('whoever asks three times is answered by the engine itself', async () => {
  for (let call = 0; call < 3; call++) {
    expect([...(await engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL)).data]).toEqual([19, 25, 37, 43]);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(farCalls()).toBe(3);
  expect(engine.info).toBe(far.info);
});

describe('whoever goes on asking', () => {
  const image = makeScattered([1, 1, 64, 64], 1);
  const kernels = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => makeScattered([1, 1, 3, 3], seed));
  const eight: readonly StackStep[] = kernels.map((kernel) => ({
    kind: 'correlation',
    kernel,
    geometry: { padding: [1, 1, 1, 1] },
  }));

  test('gets 64×64 through eight layers in the same turn, the same to the bit', async () => {
    await warmUp();
    const before = farCalls();
    const levels = runStack(engine, image, eight);
    expect(await isInTurn(levels)).toBe(true);
    expect(farCalls()).toBe(before);
    expect(await levels).toEqual(await runStack(far, image, eight));
  });

  test('has the result put where it wants it', async () => {
    await warmUp();
    const out = new Float32Array(4);
    await engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL, {}, out);
    expect([...out]).toEqual([19, 25, 37, 43]);
  });

  test('waits for what takes longer: 64×64 under 15×15, and sixteen layers', async () => {
    await warmUp();
    const before = farCalls();
    await engine.correlate(image, makeScattered([1, 1, 15, 15], 2)); // 50² · 15² = 562 500
    expect(farCalls()).toBe(before + 1);
    await runStack(engine, image, [...eight, ...eight]);
    expect(farCalls()).toBe(before + 1 + 16);
  });

  test('waits for gradients and for learning', async () => {
    await warmUp();
    const gradients = [vi.spyOn(far, 'imageGradient'), vi.spyOn(far, 'kernelGradient')];
    const upstream = makeTensor([1, 1, 2, 2], [1, 0, 0, 0]);
    await engine.imageGradient(upstream, COUNTING_KERNEL, [3, 3]);
    await engine.kernelGradient(COUNTING_IMAGE, upstream, [2, 2]);
    for (const gradient of gradients) expect(gradient).toHaveBeenCalledTimes(1);
  });

  test('is refused as ever, by name', async () => {
    await warmUp();
    const refused = await rejectionOf(engine.correlate(COUNTING_KERNEL, COUNTING_IMAGE));
    expect(refused).toMatchObject({ problem: { code: 'window-exceeds-image' } });
  });

  test('is answered by nobody after dispose', async () => {
    await warmUp();
    engine.dispose();
    const refused = await rejectionOf(engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL));
    expect(refused).toBeInstanceOf(DisposedError);
  });
});

test('a GPU keeps all its calls', () => {
  const gpu = { ...far, info: { kind: 'webgpu', adapter: 'some card', fallback: null } } as Engine;
  expect(withNearResponses(gpu)).toBe(gpu);
});

describe('what a stack computes', () => {
  const correlation = (kernel: Tensor4): StackStep => ({ kind: 'correlation', kernel, geometry: {} });

  // By hand: elements of the response times elements of a kernel.
  test.each<[string, Shape4, readonly StackStep[], number]>([
    ['nothing', [1, 1, 3, 3], [], 0],
    [
      '3×3 through two of 2×2',
      [1, 1, 3, 3],
      [correlation(COUNTING_KERNEL), correlation(COUNTING_KERNEL)],
      20,
    ],
    [
      'what is pooled and activated comes in smaller',
      [1, 1, 5, 5],
      [
        correlation(COUNTING_KERNEL), // 4×4 of 4: 64
        { kind: 'activation', name: 'relu' },
        { kind: 'pooling', method: 'max', size: 2, stride: 2 },
        correlation(COUNTING_KERNEL), // 1 of 4
      ],
      68,
    ],
    [
      'channels multiply',
      [1, 2, 4, 4],
      [correlation(makeScattered([3, 2, 3, 3], 1))], // 3 maps of 2×2, each of 2·9
      216,
    ],
  ])('%s', (_, image, steps, expected) => {
    expect(stackMultiplyAdds(image, steps)).toBe(expected);
  });
});
