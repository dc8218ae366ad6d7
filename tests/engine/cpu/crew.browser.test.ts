/** Large operations shared between cores: the same bits as alone, and a clear end when a worker is gone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { Crew } from '../../../src/engine/cpu/crew/crew.ts';
import { compileAssembly, type CompiledAssembly } from '../../../src/engine/cpu/wasm/kernels.ts';
import { WasmArithmetic } from '../../../src/engine/cpu/wasm-arithmetic.ts';
import { DisposedError, type Engine, type Geometry, type Tensor4 } from '../../../src/engine/index.ts';
import { makeScattered } from '../gpu/tensors.ts';
import { rejectionOf } from '../suite/rejection.ts';

/** A crew that counts what it is given. */
class CountingCrew extends Crew {
  given = 0;

  override response(...task: Parameters<Crew['response']>): Promise<void> {
    this.given++;
    return super.response(...task);
  }

  override openLoss(...task: Parameters<Crew['openLoss']>): ReturnType<Crew['openLoss']> {
    this.given++;
    return super.openLoss(...task);
  }

  override kernelGradient(...task: Parameters<Crew['kernelGradient']>): Promise<readonly Float64Array[]> {
    this.given++;
    return super.kernelGradient(...task);
  }
}

/** Each is past 2^25 multiply-adds; the last rows of an odd height, padding, channels and groups are among them. */
const PROBLEMS: readonly (readonly [string, Tensor4, Tensor4, Tensor4, Partial<Geometry>])[] = [
  [
    'one plane',
    makeScattered([1, 1, 700, 811], 1),
    makeScattered([1, 1, 9, 9], 2),
    makeScattered([1, 1, 692, 803], 3),
    {},
  ],
  [
    'batches, channels and groups, padded',
    makeScattered([2, 4, 180, 170], 4),
    makeScattered([16, 2, 5, 4], 5),
    makeScattered([2, 16, 182, 171], 6),
    { padding: [3, 2, 3, 2], groups: 2 },
  ],
];

describe('a crew of workers', () => {
  let compiled: CompiledAssembly;
  let crew: CountingCrew;
  let together: Engine;
  let alone: Engine;

  beforeAll(async () => {
    const found = await compileAssembly();
    if (!found) throw new Error('this browser has no WebAssembly SIMD');
    compiled = found;
    crew = new CountingCrew(compiled.module);
    together = makeCpuEngine(new WasmArithmetic(compiled, crew));
    const idle = new Crew(compiled.module);
    idle.dispose();
    alone = makeCpuEngine(new WasmArithmetic(compiled, idle));
    await crew.start();
  });
  afterAll(() => {
    together.dispose();
    alone.dispose();
  });

  test('has a worker for each further core', () => {
    expect(crew.size).toBe(Math.min(7, navigator.hardwareConcurrency - 1));
    expect(crew.size).toBeGreaterThan(0);
  });

  test.each(PROBLEMS)(
    'gives the bits that one thread gives: %s',
    async (_, image, kernel, upstream, geometry) => {
      const [, , ...kernelSize] = kernel.shape;
      const [, , ...imageSize] = image.shape;
      const operations = [
        (engine: Engine) => engine.correlate(image, kernel, geometry),
        (engine: Engine) => engine.kernelGradient(image, upstream, kernelSize, geometry),
        (engine: Engine) => engine.imageGradient(upstream, kernel, imageSize, geometry),
      ];
      for (const operation of operations) {
        const before = crew.given;
        const shared = await operation(together);
        expect(crew.given).toBeGreaterThan(before);
        const single = await operation(alone);
        expect(shared.shape).toEqual(single.shape);
        expect(new Uint32Array(shared.data.buffer)).toEqual(new Uint32Array(single.data.buffer));
      }
    },
  );

  test.each(PROBLEMS)(
    'learns in the bits that one thread learns: %s',
    async (_, image, kernel, target, geometry) => {
      const problem = {
        image,
        target,
        kernel,
        geometry,
        loss: 'mean',
        optimizer: { kind: 'adam', rate: 0.01 },
      } as const;
      const before = crew.given;
      const [shared, single] = await Promise.all([together.train(problem), alone.train(problem)]);
      expect(crew.given).toBe(before + crew.size);
      for (const steps of [1, 4]) {
        const [{ losses, kernel: learnt, gradient }, reference] = await Promise.all([
          shared.advance(steps),
          single.advance(steps),
        ]);
        expect(losses).toEqual(reference.losses);
        expect(learnt).toEqual(reference.kernel);
        expect(gradient).toEqual(reference.gradient);
      }
      shared.dispose();
      single.dispose();
    },
  );

  test('reads its operands before the call returns', async () => {
    const [, image, kernel] = PROBLEMS[0] ?? [];
    if (!image || !kernel) throw new Error('no problem');
    const expected = await alone.correlate(image, kernel);
    const own = { shape: image.shape, data: image.data.slice() };
    const pending = together.correlate(own, kernel);
    own.data.fill(7);
    expect((await pending).data).toEqual(expected.data);
  });

  test('ends with its engine: what was under way is a DisposedError', async () => {
    const [, image, kernel] = PROBLEMS[0] ?? [];
    if (!image || !kernel) throw new Error('no problem');
    const own = new Crew(compiled.module);
    await own.start();
    const engine = makeCpuEngine(new WasmArithmetic(compiled, own));
    const pending = engine.correlate(image, kernel);
    engine.dispose();
    expect(await rejectionOf(pending)).toBeInstanceOf(DisposedError);
    expect(own.size).toBe(0);
  });
});
