/** Contenders are checked before they are timed, and those that fail are named with the reason. */
import { expect, test } from 'vitest';
import type { Job, OpenContender } from '../../src/bench/contender.ts';
import { makeExpectation } from '../../src/bench/expectation.ts';
import { naiveTypeScript } from '../../src/bench/naive-typescript.ts';
import { makeOperands } from '../../src/bench/operands.ts';
import { Prediction } from '../../src/bench/prediction.ts';
import type { Outcome, RunSettings } from '../../src/bench/result.ts';
import { runWorkload } from '../../src/bench/workload-run.ts';
import { WORKLOADS } from '../../src/bench/workload.ts';

const WORKLOAD = required(WORKLOADS.find(({ id }) => id === 'kernel-gradient 6x8 1x2'));
const OPERANDS = makeOperands(WORKLOAD);
const SETTINGS: RunSettings = { rounds: 3, sampleTime: 1, singleFrom: 50, skipFrom: 100 };

async function outcomeOf(prepare: OpenContender['prepare'], prediction = new Prediction()): Promise<Outcome> {
  const open = { description: '', prepare };
  const expected = makeExpectation(WORKLOAD, OPERANDS);
  const found: Outcome[] = [];
  const round = { workload: WORKLOAD, operands: OPERANDS, expected, settings: SETTINGS };
  await runWorkload(round, [{ name: 'it', open, prediction }], (_, outcome) => found.push(outcome));
  expect(found).toHaveLength(1);
  return required(found[0]);
}

async function makeRight(): Promise<Job> {
  return required(await (await naiveTypeScript.open()).prepare(WORKLOAD, OPERANDS));
}

function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing is there');
  return value;
}

test('what is right is timed as often as there are rounds', async () => {
  const outcome = await outcomeOf(makeRight);
  expect(outcome).toMatchObject({ status: 'timed', single: false, resident: null, setup: null });
  expect(outcome.status === 'timed' && outcome.endToEnd.samples).toBe(3);
  expect(outcome.status === 'timed' && outcome.endToEnd.minimum).toBeGreaterThan(0);
});

test('what is wrong is run once, never timed, and let go', async () => {
  const calls = { run: 0, dispose: 0 };
  const outcome = await outcomeOf(() => ({
    run: () => (calls.run++, new Float32Array(2)),
    dispose: () => {
      calls.dispose++;
    },
  }));
  expect(outcome).toMatchObject({ status: 'wrong' });
  expect(calls).toEqual({ run: 1, dispose: 1 });
});

test('a resident program of its own is checked, too', async () => {
  const right = await makeRight();
  const residentResult = () => Promise.resolve(new Float32Array(2));
  expect(await outcomeOf(() => ({ ...right, residentResult }))).toMatchObject({ status: 'wrong' });
});

test('an error is a result with its reason', async () => {
  const outcome = await outcomeOf(() => Promise.reject(new TypeError('no such kernel')));
  expect(outcome).toEqual({ status: 'failed', reason: 'TypeError: no such kernel' });
});

test('what fails while it is timed is no figure', async () => {
  const right = await makeRight();
  let runs = 0;
  const run = (steps: number) => (runs++ < 3 ? right.run(steps) : Promise.reject(new Error('lost')));
  expect(await outcomeOf(() => ({ run }))).toEqual({ status: 'failed', reason: 'Error: lost' });
});

test('what does not exist is not offered', async () => {
  expect(await outcomeOf(() => null)).toEqual({ status: 'not-offered' });
});

test('what would take too long is not even prepared', async () => {
  const prediction = new Prediction();
  prediction.note(WORKLOAD, 5000);
  const prepare = () => Promise.reject(new Error('prepared'));
  expect(await outcomeOf(prepare, prediction)).toEqual({ status: 'not-run', predicted: 5000 });
});

test('what is slow is sampled by the run that was checked', async () => {
  const right = await makeRight();
  const slow = async (steps: number) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return right.run(steps);
  };
  const outcome = await outcomeOf(() => ({ run: slow }));
  expect(outcome).toMatchObject({ status: 'timed', single: true });
  expect(outcome.status === 'timed' && outcome.endToEnd.samples).toBe(1);
});
