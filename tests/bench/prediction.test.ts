import { expect, test } from 'vitest';
import { Prediction } from '../../src/bench/prediction.ts';
import { multiplyAdds, WORKLOADS, type Workload } from '../../src/bench/workload.ts';

function find(id: string): Workload {
  const workload = WORKLOADS.find((each) => each.id === id);
  if (workload === undefined) throw new Error(`no ${id}`);
  return workload;
}

const [tiny, middle, large, huge] = ['6x8 1x2', '1024 3x3', '1024 7x7', '4096 15x15'].map((size) =>
  find(`forward ${size}`),
) as [Workload, Workload, Workload, Workload];

test('nothing is predicted from what is mostly the cost of a call', () => {
  const prediction = new Prediction();
  expect(prediction.of(large)).toBeNull();
  prediction.note(tiny, 5);
  expect(prediction.of(large)).toBeNull();
});

test('but a call that takes seconds for nothing will not take less for more', () => {
  const prediction = new Prediction();
  prediction.note(tiny, 20_000);
  expect(prediction.of(large)).toBe(20_000);
});

test('along the line through the two largest', () => {
  const prediction = new Prediction();
  const line = (workload: Workload) => 3 + multiplyAdds(workload) * 1e-6;
  prediction.note(middle, line(middle));
  prediction.note(large, line(large));
  expect(prediction.of(huge)).toBeCloseTo(line(huge), 6);
});

test('each operation for itself, and layers apart from single channels', () => {
  const prediction = new Prediction();
  prediction.note(large, 100);
  expect(prediction.of(find('kernel-gradient 1024 7x7'))).toBeNull();
  expect(prediction.of(find('forward layer 3x3'))).toBeNull();
});
