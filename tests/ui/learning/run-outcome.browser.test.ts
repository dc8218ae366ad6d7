/** How a run that came to its end is told: as done, or as grown where it is worse than it began. */
import { expect, test } from 'vitest';
import { NO_RUN, type SessionState } from '../../../src/state/learning-run.ts';
import '../../../src/ui/learning/run-outcome.ts';
import { mount, part } from '../mount.ts';

/** The article's image: rates below 1/30 converge, 1/36 is the best (a Hessian with eigenvalues 12 and 60). */
const limits = { smallest: 12, largest: 60, largestStable: 1 / 30, best: 1 / 36 };
const finished = (losses: readonly number[]): SessionState => ({
  ...NO_RUN,
  status: 'finished',
  step: losses.length,
  losses,
  limits,
});

test('a loss that fell is told as it is', async () => {
  const outcome = await mount('corr2d-run-outcome', { run: finished([18.1, 9.47, 0.16]), rate: 0.03 });
  expect(part(outcome, '[role=status]').textContent.trim()).toBe(
    'Done: 3 epochs, the last loss was 0.160. Change anything and run again.',
  );
});

test('a loss that ends a rounding above its least, at a rate that converges, did not grow', async () => {
  const outcome = await mount('corr2d-run-outcome', { run: finished([3.1, 3.1000001]), rate: 0.03 });
  expect(part(outcome, '[role=status]').textContent.trim()).toBe(
    'Done: 2 epochs, the last loss was 3.10. Change anything and run again.',
  );
});

test('a loss that grew is told as a fault, with the rate that mends it', async () => {
  const outcome = await mount('corr2d-run-outcome', { run: finished([18.1, 400, 3730]), rate: 0.04 });
  expect(part(outcome, '.fault').textContent).toBe(
    'Done: 3 epochs, but the loss grew from 18.1 to 3.73e+3: the steps are too long.',
  );
  let entered: unknown = null;
  outcome.addEventListener('setup-entered', ({ detail }) => (entered = detail));
  part(outcome, 'button').click();
  expect(entered).toEqual({ field: 'rate', text: '0.0278' });
});
