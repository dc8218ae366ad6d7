import { describe, expect, test } from 'vitest';
import { makeTensor } from '../../../src/math/tensor.ts';
import type { TrainingProblem } from '../../../src/engine/contract.ts';
import { DeviceLostError, DisposedError } from '../../../src/engine/errors.ts';
import { openWatchedEngine } from './gpu-fixture.ts';
import { makeScattered } from './tensors.ts';

const IMAGE = makeScattered([1, 1, 64, 64], 1);
const KERNEL = makeScattered([1, 1, 3, 3], 2);
const PROBLEM: TrainingProblem = {
  image: IMAGE,
  target: makeTensor([1, 1, 62, 62], new Float32Array(62 * 62)),
  kernel: KERNEL,
  loss: 'mean',
  optimizer: { kind: 'sgd', rate: 0.01 },
};

// An unhandled rejection in any of these fails the run: Vitest reports it.
describe('when the device is lost', () => {
  test('what is pending and what comes later rejects by name', async () => {
    const { engine, device, strayErrors } = await openWatchedEngine();
    const pending = [engine.correlate(IMAGE, KERNEL), engine.kernelGradient(IMAGE, IMAGE, [1, 1])];
    device.destroy();
    for (const result of await Promise.allSettled(pending)) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(DeviceLostError);
    }
    await expect(engine.correlate(IMAGE, KERNEL)).rejects.toBeInstanceOf(DeviceLostError);
    await expect(engine.train(PROBLEM)).rejects.toMatchObject({
      problem: { code: 'device-lost', reason: 'destroyed' },
    });
    expect(await engine.lost).toBeInstanceOf(DeviceLostError);
    expect(strayErrors).toEqual([]);
    engine.dispose();
  });

  test('an advance that is under way rejects by name', async () => {
    const { engine, device } = await openWatchedEngine();
    const trainer = await engine.train(PROBLEM);
    const pending = trainer.advance(2000);
    const settled = expect(pending).rejects.toBeInstanceOf(DeviceLostError);
    await new Promise((resolve) => setTimeout(resolve, 20));
    device.destroy();
    await settled;
    await expect(trainer.advance(1)).rejects.toThrow();
    trainer.dispose();
    engine.dispose();
  });
});

describe('when the engine is disposed', () => {
  test('pending and later calls reject with DisposedError, and no loss is announced', async () => {
    const { engine, strayErrors } = await openWatchedEngine();
    const trainer = await engine.train(PROBLEM);
    const settled = Promise.allSettled([engine.correlate(IMAGE, KERNEL), trainer.advance(500)]);
    engine.dispose();
    engine.dispose();
    for (const result of await settled) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(DisposedError);
    }
    await expect(engine.correlate(IMAGE, KERNEL)).rejects.toBeInstanceOf(DisposedError);
    await expect(trainer.advance(1)).rejects.toBeInstanceOf(DisposedError);
    const silence = new Promise((resolve) => setTimeout(resolve, 50, 'silence'));
    expect(await Promise.race([engine.lost, silence])).toBe('silence');
    expect(strayErrors).toEqual([]);
  });
});
