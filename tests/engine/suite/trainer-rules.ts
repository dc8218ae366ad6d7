/** The rules of a trainer: one advance at a time, whole steps, its own copies, the same numbers however it is cut. */
import { describe, expect, test } from 'vitest';
import {
  BusyError,
  DisposedError,
  GeometryError,
  OptimizerError,
  ShapeError,
  StepsError,
  type Engine,
  type OptimizerSettings,
  type Trainer,
  type TrainingProblem,
} from '../../../src/engine/index.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { makeScattered } from '../gpu/tensors.ts';
import { makeArticleProblem } from './article-problem.ts';
import { rejectionOf } from './rejection.ts';

const PROBLEM = makeArticleProblem([0.5, 0.25]);

const BAD_SETTINGS: readonly (readonly [OptimizerSettings, object])[] = [
  [
    { kind: 'sgd', rate: -0.1 },
    { field: 'rate', value: -0.1 },
  ],
  [
    { kind: 'sgd', rate: NaN },
    { field: 'rate', value: NaN },
  ],
  [
    { kind: 'adam', rate: Infinity },
    { field: 'rate', value: Infinity },
  ],
  [
    { kind: 'sgd', rate: 0.1, momentum: -1 },
    { field: 'momentum', value: -1 },
  ],
  [
    { kind: 'sgd', rate: 0.1, weightDecay: -1 },
    { field: 'weight-decay', value: -1 },
  ],
  [
    { kind: 'adam', rate: 0.1, beta1: 1 },
    { field: 'beta1', value: 1 },
  ],
  [
    { kind: 'adam', rate: 0.1, beta2: 1.5 },
    { field: 'beta2', value: 1.5 },
  ],
  [
    { kind: 'adam', rate: 0.1, epsilon: -1e-8 },
    { field: 'epsilon', value: -1e-8 },
  ],
  [
    { kind: 'sgd', rate: 0.1, nesterov: true },
    { code: 'nesterov-needs-momentum', momentum: 0, dampening: 0 },
  ],
];

export function describeTrainerRules(engine: () => Engine): void {
  describe.each(['passes', 'gram'] as const)('by %s', (method) => {
    describeRules((problem) => engine().train({ ...problem, method }));
  });
}

function describeRules(train: (problem: TrainingProblem) => Promise<Trainer>): void {
  describe('a trainer', () => {
    test('refuses a second advance while one is under way, and then goes on', async () => {
      const trainer = await train(PROBLEM);
      const first = trainer.advance(3);
      expect(await rejectionOf(trainer.advance(1))).toBeInstanceOf(BusyError);
      expect((await first).step).toBe(3);
      expect((await trainer.advance(1)).step).toBe(4);
      trainer.dispose();
    });

    test('refuses steps that are not whole numbers from 1, and takes none', async () => {
      const trainer = await train(PROBLEM);
      for (const steps of [0, -1, 1.5, NaN, Infinity]) {
        const error = await rejectionOf(trainer.advance(steps));
        expect(error).toBeInstanceOf(StepsError);
        expect(error).toMatchObject({ problem: { code: 'steps', value: steps } });
      }
      expect((await trainer.advance(1)).step).toBe(1);
      trainer.dispose();
    });

    test('is over after dispose, also for an advance that is under way', async () => {
      const trainer = await train(PROBLEM);
      const refused = rejectionOf(trainer.advance(1000));
      trainer.dispose();
      trainer.dispose();
      expect(await refused).toBeInstanceOf(DisposedError);
      expect(await rejectionOf(trainer.advance(1))).toBeInstanceOf(DisposedError);
    });

    test('lives apart from others of the same engine', async () => {
      const [one, other] = await Promise.all([train(PROBLEM), train(PROBLEM)]);
      const [first] = await Promise.all([one.advance(2), other.advance(1)]);
      one.dispose();
      const { losses } = await other.advance(1);
      expect(losses[0]).toBe(first.losses[1]);
      other.dispose();
    });

    test.each([
      { kind: 'sgd', rate: 0.1, momentum: 0.9, dampening: 0.5 },
      { kind: 'adam', rate: 0.1 },
    ] as const)('advances by 3 and 7 as by 10, bit for bit: $kind', async (optimizer) => {
      const problem: TrainingProblem = {
        image: makeScattered([1, 2, 20, 31], 1),
        target: makeScattered([1, 3, 18, 29], 2),
        kernel: makeScattered([3, 2, 3, 3], 3),
        loss: 'mean',
        optimizer,
      };
      const [cut, whole] = await Promise.all([train(problem), train(problem)]);
      const start = await cut.advance(3);
      const end = await cut.advance(7);
      const all = await whole.advance(10);
      expect([start.step, end.step]).toEqual([3, 10]);
      expect({ ...end, losses: Float32Array.of(...start.losses, ...end.losses) }).toEqual(all);
      cut.dispose();
      whole.dispose();
    });

    test('keeps its own copies: what the caller does to its arrays, or to a report, changes nothing', async () => {
      const mine = makeArticleProblem([0.5, 0.25]);
      const [changed, untouched] = [await train(mine), await train(PROBLEM)];
      for (const { data } of [mine.image, mine.target, mine.kernel]) data.fill(7);
      const first = await changed.advance(1);
      expect(first).toEqual(await untouched.advance(1));
      for (const data of [first.losses, first.kernel.data, first.gradient.data]) data.fill(7);
      expect(await changed.advance(1)).toEqual(await untouched.advance(1));
      changed.dispose();
      untouched.dispose();
    });
  });

  describe('a problem that cannot be', () => {
    test.each(BAD_SETTINGS)('the settings %o are an OptimizerError', async (optimizer, problem) => {
      const error = await rejectionOf(train({ ...PROBLEM, optimizer }));
      expect(error).toBeInstanceOf(OptimizerError);
      expect(error).toMatchObject({ name: 'OptimizerError', problem });
    });

    test('a target of another shape is a ShapeError', async () => {
      const target = makeTensor([1, 1, 6, 8], new Float32Array(48));
      const error = await rejectionOf(train({ ...PROBLEM, target }));
      expect(error).toBeInstanceOf(ShapeError);
      expect(error).toMatchObject({
        problem: {
          code: 'dimension-mismatch',
          operand: 'target',
          dimension: 'width',
          expected: 7,
          actual: 8,
        },
      });
    });

    test('a target with too few values is a ShapeError', async () => {
      const target = { ...PROBLEM.target, data: new Float32Array(41) };
      const error = await rejectionOf(train({ ...PROBLEM, target }));
      expect(error).toBeInstanceOf(ShapeError);
      expect(error).toMatchObject({
        problem: { code: 'data-length', operand: 'target', expected: 42, actual: 41 },
      });
    });

    test('a geometry that leaves no output is a GeometryError', async () => {
      const error = await rejectionOf(train({ ...PROBLEM, geometry: { dilation: [1, 8] } }));
      expect(error).toBeInstanceOf(GeometryError);
    });
  });
}
