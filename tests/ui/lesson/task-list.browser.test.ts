import { expect, it } from 'vitest';
import '../../../src/ui/lesson/task-list.ts';
import { mount, part } from '../mount.ts';

it('marks what is solved, tells what was solved now, and folds its hints', async () => {
  const list = await mount('corr2d-task-list', {
    tasks: ['silent-response', 'same-size'],
    solved: new Set(['same-size'] as const),
    fresh: ['same-size'],
  });
  expect(part(list, '[data-task="silent-response"] .mark').getAttribute('aria-label')).toBe('not solved yet');
  expect(part(list, '[data-task="same-size"] .mark').getAttribute('aria-label')).toBe('solved');
  expect(part(list, '[role="status"]').textContent).toBe(
    'Solved: Make the response as large as the image, under a kernel of 3×3 or larger.',
  );
  expect([...(list.shadowRoot?.querySelectorAll('details') ?? [])].map(({ open }) => open)).toEqual([
    false,
    false,
  ]);
});
