import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Trainer, TrainingProblem } from '../../../src/engine/contract.ts';
import { DeviceSession } from '../../../src/engine/gpu/device-session.ts';
import { HARDWARE, SOFTWARE } from '../../../src/engine/gpu/device-class.ts';
import { prepareAloneProgram } from '../../../src/engine/gpu/alone-program.ts';
import { prepareOneWorkgroupProgram } from '../../../src/engine/gpu/one-workgroup.ts';
import { preparePassByPassProgram } from '../../../src/engine/gpu/pass-by-pass.ts';
import { Passes } from '../../../src/engine/gpu/passes.ts';
import { prepareStripProgram } from '../../../src/engine/gpu/strip-program.ts';
import { chooseStepPath } from '../../../src/engine/gpu/step-program-choice.ts';
import { planCorrelation } from '../../../src/math/geometry.ts';
import { prepareTileProgram } from '../../../src/engine/gpu/tile-program.ts';
import { GpuTrainer } from '../../../src/engine/gpu/trainer.ts';
import { checkProblem } from '../../../src/engine/training-problem.ts';
import * as definition from '../../../src/math/definition.ts';
import { squaredError, squaredErrorGradient } from '../../../src/math/loss.ts';
import { makeOptimizerState, optimizerStep } from '../../../src/math/optimizer.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { makeArticleProblem, REFERENCE_RUNS, TOLERANCE } from '../suite/article-problem.ts';
import { openDawn } from './dawn.ts';
import { makeScattered } from './tensors.ts';
import { watchGpu } from './watched-gpu.ts';

/** What a program takes at most; strips move by one cell and see one channel a kernel. */
const EVERY_GEOMETRY = {
  geometry: { groups: 2, stride: [1, 2], dilation: [2, 1], padding: [1, 0, 2, 1] },
  image: [2, 4, 12, 15],
  kernel: [6, 2, 3, 4],
} as const;
const EVERY_STRIP = {
  geometry: { groups: 2, padding: [1, 0, 2, 1] },
  image: [2, 2, 12, 15],
  kernel: [6, 1, 3, 4],
} as const;
const EVERY_TILE = {
  geometry: { groups: 2, padding: [1, 0, 2, 1] },
  image: [2, 4, 12, 15],
  kernel: [6, 2, 3, 4],
} as const;

const PROGRAMS = [
  ['pass by pass', preparePassByPassProgram, SOFTWARE, EVERY_GEOMETRY],
  ['pass by pass as on hardware', preparePassByPassProgram, HARDWARE, EVERY_GEOMETRY],
  ['by one workgroup', prepareOneWorkgroupProgram, SOFTWARE, EVERY_GEOMETRY],
  ['by one invocation', prepareAloneProgram, SOFTWARE, EVERY_STRIP],
  ['by tiles', prepareTileProgram, SOFTWARE, EVERY_TILE],
  ['by tiles as on hardware', prepareTileProgram, HARDWARE, EVERY_TILE],
  ['by strips', prepareStripProgram, SOFTWARE, EVERY_STRIP],
  ['by strips as on hardware', prepareStripProgram, HARDWARE, EVERY_STRIP],
] as const;

let session: DeviceSession;
let strayErrors: readonly string[] = [];

beforeAll(async () => {
  const watched = watchGpu(await openDawn());
  strayErrors = watched.strayErrors;
  const device = await (await watched.gpu.requestAdapter())?.requestDevice();
  if (device === undefined) throw new Error('the adapter went away');
  session = new DeviceSession(device);
});

afterAll(() => {
  session.dispose();
  expect(strayErrors).toEqual([]);
});

test('has all ten runs to compare with', () => {
  expect(REFERENCE_RUNS).toHaveLength(10);
});

describe.each(PROGRAMS)('training %s', (_, prepareProgram, deviceClass, shapes) => {
  let passes: Passes;
  beforeAll(() => {
    passes = new Passes(session.device, deviceClass);
  });
  const train = (problem: TrainingProblem): Promise<Trainer> => {
    return GpuTrainer.create(session, passes, checkProblem(problem), prepareProgram);
  };

  for (const run of REFERENCE_RUNS) {
    test(`follows torch.optim: ${run.name}`, async () => {
      const trainer = await train(makeArticleProblem(run.start, run.optimizer));
      for (const [index, epoch] of run.epochs.entries()) {
        const report = await trainer.advance(1);
        expect(report.step).toBe(index + 1);
        expectClose(report.losses, [epoch.loss], TOLERANCE);
        expectClose(report.gradient.data, epoch.grad, TOLERANCE);
        expectClose(report.kernel.data, epoch.kernel, TOLERANCE);
      }
      trainer.dispose();
    });
  }

  for (const optimizer of [
    { kind: 'sgd', rate: 0.05, momentum: 0.8, nesterov: true, weightDecay: 0.001 },
    { kind: 'adam', rate: 0.02, beta1: 0.8, beta2: 0.99, weightDecay: 0.01 },
    { kind: 'adam', rate: 0.02, beta1: 0, beta2: 0.5 },
  ] as const) {
    test(`follows the definition with every geometry: ${JSON.stringify(optimizer)}`, async () => {
      const { geometry } = shapes;
      const image = makeScattered(shapes.image, 1);
      const start = makeScattered(shapes.kernel, 2);
      const target = makeTensor(
        definition.correlate(image, start, geometry).shape,
        definition.correlate(image, makeScattered(shapes.kernel, 3), geometry).data,
      );
      const problem: TrainingProblem = { image, target, kernel: start, geometry, loss: 'mean', optimizer };
      const trainer = await train(problem);
      const report = await trainer.advance(30);
      trainer.dispose();
      const expected = learnInFloat64(problem, 30);
      expectClose(report.losses, expected.losses, 2e-5);
      expectClose(report.kernel.data, expected.kernel, 2e-4);
    });
  }

  test('takes the same steps however they are divided', async () => {
    const problem = makeArticleProblem([0.5, 0.25], { kind: 'adam', rate: 0.01 });
    const whole = await train(problem);
    const parts = await train(problem);
    const expected = await whole.advance(700);
    const losses: number[] = [];
    for (const steps of [1, 129, 300, 270]) losses.push(...(await parts.advance(steps)).losses);
    expect(losses).toEqual([...expected.losses]);
    whole.dispose();
    parts.dispose();
  });
});

function expectClose(actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const error = Math.abs((actual[index] ?? NaN) - value);
    expect(error, `${String(actual[index])} for ${String(value)}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value)),
    );
  });
}

/** The same training by the definition, in float64. */
function learnInFloat64(problem: TrainingProblem, steps: number): { losses: number[]; kernel: number[] } {
  const { image, target, geometry, loss, optimizer } = problem;
  const { shape } = problem.kernel;
  let data: Float64Array = Float64Array.from(problem.kernel.data);
  let state = makeOptimizerState(optimizer, data.length);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const response = definition.correlate(image, { shape, data }, geometry);
    losses.push(squaredError(response, target, loss));
    const upstream = squaredErrorGradient(response, target, loss);
    const gradient = definition.kernelGradient(image, upstream, [shape[2], shape[3]], geometry);
    ({ weights: data, state } = optimizerStep(optimizer, state, data, gradient.data));
  }
  return { losses, kernel: [...data] };
}

describe('the program of a problem', () => {
  test.each([
    ['alone', [1, 1, 6, 8], [1, 1, 1, 2], {}, SOFTWARE],
    ['one-workgroup', [1, 1, 6, 8], [1, 1, 1, 2], {}, HARDWARE],
    ['one-workgroup', [1, 1, 12, 12], [1, 1, 3, 3], { stride: [2, 2] }, SOFTWARE],
    ['strips', [1, 1, 256, 256], [1, 1, 3, 3], {}, SOFTWARE],
    ['strips', [1, 1, 64, 64], [1, 1, 15, 15], {}, HARDWARE],
    ['tiles', [1, 16, 32, 32], [32, 16, 3, 3], {}, SOFTWARE],
    ['general', [1, 16, 32, 32], [32, 16, 3, 3], { stride: [2, 2] }, SOFTWARE],
    ['general', [1, 1, 80, 80], [1, 1, 17, 17], {}, SOFTWARE],
  ] as const)('%s: image %j, kernel %j, %o', (path, image, kernel, geometry, deviceClass) => {
    const { limits } = session.device;
    expect(chooseStepPath(planCorrelation(image, kernel, geometry), { limits, deviceClass })).toBe(path);
  });
});
