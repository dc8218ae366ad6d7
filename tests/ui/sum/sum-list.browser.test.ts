/** Sums that are pinned stay, and follow every edit. */
import { expect, test } from 'vitest';
import { planCorrelation } from '../../../src/math/geometry.ts';
import '../../../src/ui/sum/sum-list.ts';
import { detailsOf, mount } from '../mount.ts';

const plan = planCorrelation([1, 1, 3, 3], [1, 1, 2, 2]);
const IMAGE = [0, 1, 2, 3, 4, 5, 6, 7, 8];

async function mountList() {
  const element = await mount('corr2d-sum-list', { plan, image: IMAGE, weights: [0, 1, 2, 3] });
  // As the scene does.
  element.addEventListener('look-changed', ({ detail: { pins } }) => {
    if (pins) element.pins = pins;
  });
  const lines = () =>
    [...(element.shadowRoot?.querySelectorAll('corr2d-arithmetic') ?? [])].map((line) =>
      line.shadowRoot?.querySelector('[role=math]')?.getAttribute('aria-label'),
    );
  const press = async (selector: string) => {
    element.shadowRoot?.querySelector<HTMLButtonElement>(selector)?.click();
    await element.updateComplete;
  };
  return { element, lines, press };
}

test('a pinned sum stays while the window moves on, and follows the image', async () => {
  const { element, lines, press } = await mountList();
  expect(lines()).toEqual(['Y[0, 0] = 0×0 + 1×1 + 3×2 + 4×3 = 19']);
  await press('.tools button');
  element.position = { row: 1, column: 1 };
  element.image = IMAGE.with(4, 40);
  await element.updateComplete;
  expect(lines()).toEqual([
    'Y[1, 1] = 40×0 + 5×1 + 7×2 + 8×3 = 43',
    'Y[0, 0] = 0×0 + 1×1 + 3×2 + 40×3 = 127',
  ]);
});

test('what is pinned, it tells', async () => {
  const { element, press } = await mountList();
  const told = detailsOf(element, 'look-changed');
  await press('.tools button');
  element.position = { row: 1, column: 0 };
  await element.updateComplete;
  await press('.tools button');
  await press('li button');
  expect(told).toEqual([
    { pins: [{ row: 0, column: 0 }] },
    {
      pins: [
        { row: 0, column: 0 },
        { row: 1, column: 0 },
      ],
    },
    { pins: [{ row: 1, column: 0 }] },
  ]);
});

test('it is unpinned by the same button, and by its own', async () => {
  const { lines, press } = await mountList();
  await press('.tools button');
  await press('.tools button');
  expect(lines()).toHaveLength(1);
  await press('.tools button');
  await press('li button');
  expect(lines()).toHaveLength(1);
});

test('pointing at it shows its window', async () => {
  const { element, press } = await mountList();
  const pointed = detailsOf(element, 'cell-pointed');
  await press('.tools button');
  element.shadowRoot?.querySelector('li')?.dispatchEvent(new PointerEvent('pointerenter'));
  expect(pointed).toEqual([{ row: 0, column: 0, grid: 'response' }]);
});

test('a sum whose element is gone waits until it is there again', async () => {
  const { element, lines, press } = await mountList();
  element.position = { row: 1, column: 1 };
  await element.updateComplete;
  await press('.tools button');
  element.position = { row: 0, column: 0 };
  element.plan = planCorrelation([1, 1, 3, 3], [1, 1, 3, 3]);
  await element.updateComplete;
  expect(lines()).toHaveLength(1);
  element.plan = plan;
  await element.updateComplete;
  expect(lines()).toHaveLength(2);
});
