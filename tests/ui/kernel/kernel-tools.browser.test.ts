/** What the tools of a kernel tell. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NumberGrid } from '../../../src/state/document.ts';
import '../../../src/ui/kernel/kernel-tools.ts';
import { detailsOf, mount, part } from '../mount.ts';

const SOBEL = { rows: 3, columns: 3, values: [-1, 0, 1, -2, 0, 2, -1, 0, 1] };

async function mountTools() {
  const element = await mount('corr2d-kernel-tools', { kernel: SOBEL, image: SOBEL });
  return { element, made: detailsOf(element, 'kernel-made') };
}

test.each([
  ['transpose-kernel', [-1, -2, -1, 0, 0, 0, 1, 2, 1]],
  ['rotate-kernel', [-1, -2, -1, 0, 0, 0, 1, 2, 1]],
  ['mirror-kernel', [1, 0, -1, 2, 0, -2, 1, 0, -1]],
  ['upend-kernel', SOBEL.values],
  ['negate-kernel', [1, 0, -1, 2, 0, -2, 1, 0, -1]],
  ['normalize-kernel', [-0.125, 0, 0.125, -0.25, 0, 0.25, -0.125, 0, 0.125]],
])('%s', async (name, values) => {
  const { element, made } = await mountTools();
  part(element, `[data-edit=${name}]`).click();
  expect(made).toEqual([{ name, kernel: { rows: 3, columns: 3, values } }]);
});

test('there are turns to both sides and by a half, each the right one', async () => {
  const { element, made } = await mountTools();
  element.kernel = { rows: 2, columns: 2, values: [1, 2, 3, 4] };
  for (const turn of element.shadowRoot?.querySelectorAll<HTMLElement>('[data-edit=rotate-kernel]') ?? [])
    turn.click();
  expect((made as { kernel: NumberGrid }[]).map(({ kernel }) => kernel.values)).toEqual([
    [3, 1, 4, 2],
    [2, 4, 1, 3],
    [4, 3, 2, 1],
  ]);
});

test('sum and norm are shown', async () => {
  const { element } = await mountTools();
  expect(part(element, '.facts').textContent).toBe('sum 0, norm 3.4641');
});

test('the gallery is made when it is opened, and its pictures are the effects', async () => {
  const { element, made } = await mountTools();
  expect(element.shadowRoot?.querySelector('corr2d-kernel-gallery')).toBeNull();
  part(element, 'details').setAttribute('open', '');
  await expect.poll(() => element.shadowRoot?.querySelector('corr2d-kernel-gallery')).not.toBeNull();
  const gallery = part(element, 'corr2d-kernel-gallery');
  await expect.poll(() => gallery.shadowRoot?.querySelectorAll('corr2d-effect-picture').length).toBe(21);
  part(gallery, '[data-preset=sobel]').click();
  expect(made).toEqual([{ name: 'set-kernel', kernel: SOBEL }]);

  // The identity's effect is the image: white where it is zero, its extremes at the ends of the ramp.
  const picture = part(
    part(gallery, '[data-preset=identity]').querySelector('corr2d-effect-picture') ?? gallery,
    'canvas',
  );
  if (!(picture instanceof HTMLCanvasElement)) throw new Error('no canvas');
  const { data } = picture.getContext('2d')?.getImageData(0, 0, 3, 3) ?? { data: [] };
  const pixel = (index: number) => [...data.slice(4 * index, 4 * index + 3)];
  expect(pixel(1)).toEqual([255, 255, 255]);
  expect(pixel(3)).toEqual([0x0d, 0x3f, 0x7a]);
  expect(pixel(5)).toEqual([0x8a, 0x2a, 0x04]);
});

test('text, vectors and seed are told as they were typed', async () => {
  const { element } = await mountTools();
  const texts = detailsOf(element, 'kernel-text-entered');
  const vectors = detailsOf(element, 'vectors-entered');
  const seeds = detailsOf(element, 'seed-entered');
  for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
  const area = part(element, 'textarea');
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('no text');
  expect(area.value).toBe('[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]');
  await userEvent.fill(area, 'so\n2');
  const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.part .bar > button') ?? [])];
  for (const button of buttons) button.click();
  expect(texts).toEqual(['so\n2']);
  expect(vectors).toEqual([{ column: '1 2 1', row: '-1 0 1' }]);
  part(part(element, 'corr2d-number-field'), 'button:last-of-type').click();
  // The seed that stood there, by the button, then the next.
  expect(seeds).toEqual(['0', '1']);
});
