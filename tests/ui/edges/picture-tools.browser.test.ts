/** What the tools of a picture tell, against pictures drawn by hand. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/edges/picture-tools.ts';
import { detailsOf, mount, part } from '../mount.ts';

/** An L that looks different from every side. */
const IMAGE = { rows: 2, columns: 3, values: [0, 1, 1, 0, 0, 1] };

test.each([
  ['turn-left', 'rotate-picture', 3, [1, 1, 1, 0, 0, 0]],
  ['turn-right', 'rotate-picture', 3, [0, 0, 0, 1, 1, 1]],
  ['mirror', 'mirror-picture', 2, [1, 1, 0, 1, 0, 0]],
  ['upend', 'upend-picture', 2, [0, 0, 1, 0, 1, 1]],
  ['left', 'shift-picture', 2, [1, 1, 0, 0, 1, 0]],
  ['right', 'shift-picture', 2, [1, 0, 1, 1, 0, 0]],
  ['up', 'shift-picture', 2, [0, 0, 1, 0, 1, 1]],
  ['down', 'shift-picture', 2, [0, 0, 1, 0, 1, 1]],
])('%s', async (button, name, rows, values) => {
  const element = await mount('corr2d-picture-tools', { image: IMAGE });
  const made = detailsOf(element, 'picture-made');
  part(element, `[data-edit=${button}]`).click();
  expect(made).toEqual([{ name, image: { rows, columns: 6 / rows, values } }]);
});

test('Tab and Enter reach it, and an arrow alone has a name', async () => {
  const element = await mount('corr2d-picture-tools', { image: IMAGE });
  const made = detailsOf(element, 'picture-made');
  part(element, '[data-edit=upend]').focus();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(made).toMatchObject([{ name: 'shift-picture', image: { values: [1, 1, 0, 0, 1, 0] } }]);
  expect(part(element, '[data-edit=left]').getAttribute('aria-label')).toBe('Shift left');
});
