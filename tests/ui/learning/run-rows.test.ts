import { expect, it } from 'vitest';
import { runCsv, runRows } from '../../../src/ui/learning/run-rows.ts';

const losses = [9, 4, 1];
const trace = [
  { step: 0, weights: [0, 0] },
  { step: 1, weights: [0.5, -0.25] },
  { step: 3, weights: [1, -1] },
];

it('has a row an epoch; weights where the run kept them', () => {
  expect(runRows(losses, trace)).toEqual([
    { epoch: 1, loss: 9, weights: [0.5, -0.25] },
    { epoch: 2, loss: 4, weights: [null, null] },
    { epoch: 3, loss: 1, weights: [1, -1] },
  ]);
  expect(runRows(losses, trace, 2)).toEqual([{ epoch: 3, loss: 1, weights: [1, -1] }]);
});

it('is written as CSV, names that hold commas in quotes', () => {
  expect(runCsv(losses, trace, ['K[0, 0]', 'K[0, 1]'])).toBe(
    'epoch,loss,"K[0, 0]","K[0, 1]"\r\n1,9,0.5,-0.25\r\n2,4,,\r\n3,1,1,-1\r\n',
  );
});
