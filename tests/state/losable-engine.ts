/** The real CPU engine behind a switch that loses it, as a GPU or a worker can be lost at any time. */
import {
  DeviceLostError,
  openEngine,
  type Engine,
  type EngineInfo,
  type Trainer,
  type TrainingProblem,
} from '../../src/engine/index.ts';

export interface LosableEngine extends Engine {
  readonly disposed: boolean;
  /** From now on every call rejects with `error`; calls under way do, too. */
  lose(error?: Error): void;
}

const deviceLost = (): Error =>
  new DeviceLostError({ code: 'device-lost', reason: 'unknown', detail: 'a hung driver' });

/** An engine that says of itself that it is of `kind`. */
export async function openLosableEngine(kind: EngineInfo['kind'] = 'webgpu'): Promise<LosableEngine> {
  const engine = await openEngine({ prefer: 'cpu' });
  let lost: Error | null = null;
  let disposed = false;
  const requireHeld = (): void => {
    if (lost) throw lost;
  };
  const guard = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    requireHeld();
    const result = await work();
    requireHeld();
    return result;
  };
  const guardTrainer = (trainer: Trainer): Trainer => ({
    advance: (steps) => guard(() => trainer.advance(steps)),
    dispose: () => {
      trainer.dispose();
    },
  });
  return {
    info: { ...engine.info, kind },
    correlate: (...operands) => guard(() => engine.correlate(...operands)),
    kernelGradient: (...operands) => guard(() => engine.kernelGradient(...operands)),
    imageGradient: (...operands) => guard(() => engine.imageGradient(...operands)),
    train: (problem: TrainingProblem) => guard(async () => guardTrainer(await engine.train(problem))),
    dispose: () => {
      disposed = true;
      engine.dispose();
    },
    get disposed() {
      return disposed;
    },
    lose: (error = deviceLost()) => {
      lost = error;
    },
  };
}
