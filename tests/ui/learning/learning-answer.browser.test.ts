/** The answer of scene 3: the learned kernel as it is, and as true convolution would have learned it. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NumberGridElement } from '../../../src/ui/grid/number-grid.ts';
import '../../../src/ui/learning/learning-answer.ts';
import { mount, part } from '../mount.ts';

const start = { rows: 2, columns: 3, values: [0, 0, 0, 0, 0, 0] };
const learned = { rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] };

test('a switch turns the learned kernel by half a turn, and says so; start and gradient stay', async () => {
  const answer = await mount('corr2d-learning-answer', { start, learned, gradient: learned });
  const gridOf = (name: string): NumberGridElement => {
    const grid = answer.shadowRoot?.querySelector<NumberGridElement>(`corr2d-number-grid[name=${name}]`);
    if (!grid) throw new Error(`there is no grid ${name}`);
    return grid;
  };
  const flip = part(answer, 'input[type=checkbox]');
  expect([gridOf('learned').label, gridOf('learned').grid.values]).toEqual([
    'Learned kernel',
    [1, 2, 3, 4, 5, 6],
  ]);
  flip.focus();
  await userEvent.keyboard(' ');
  await answer.updateComplete;
  // [[1, 2, 3], [4, 5, 6]] upside down and from right to left.
  expect([gridOf('learned').label, gridOf('learned').grid.values]).toEqual([
    'Learned kernel, flipped',
    [6, 5, 4, 3, 2, 1],
  ]);
  expect(gridOf('start').grid).toBe(start);
  expect(gridOf('gradient').grid).toBe(learned);
  await userEvent.keyboard(' ');
  await answer.updateComplete;
  expect(gridOf('learned').grid).toBe(learned);
});
