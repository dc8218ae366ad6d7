import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/lesson/live-number.ts';
import { detailsOf, mount, part } from '../mount.ts';

async function mountNumber(properties: { value: number; minimum: number; maximum: number; step?: number }) {
  const element = await mount('corr2d-live-number', { name: 'rate', label: 'rate', ...properties });
  element.addEventListener('number-moved', ({ detail }) => {
    element.value = detail.value;
  });
  return { element, slider: part(element, '[role="slider"]') };
}

function drag(slider: HTMLElement, type: string, clientX: number): void {
  slider.dispatchEvent(
    new PointerEvent(type, { pointerId: 1, isPrimary: true, button: 0, clientX, bubbles: true }),
  );
}

it('tells its value and its range, with a true minus', async () => {
  const { slider } = await mountNumber({ value: -0.5, minimum: -3, maximum: 3 });
  expect(slider.textContent.trim()).toBe('−0.5');
  expect(slider.getAttribute('aria-valuenow')).toBe('-0.5');
  expect(slider.getAttribute('aria-valuemin')).toBe('-3');
  expect(slider.getAttribute('aria-valuemax')).toBe('3');
});

it('moves by keys, and stays in its range', async () => {
  const { element, slider } = await mountNumber({ value: 0.03, minimum: 0.001, maximum: 0.037, step: 0.001 });
  const moves = detailsOf(element, 'number-moved');
  const settled = detailsOf(element, 'number-settled');
  slider.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{PageUp}{End}{Home}');
  expect(moves).toEqual([
    { name: 'rate', value: 0.031 },
    { name: 'rate', value: 0.03 },
    { name: 'rate', value: 0.037 },
    { name: 'rate', value: 0.001 },
  ]);
  expect(settled).toHaveLength(5);
});

it('follows a drag by eight pixels a step, and settles when it ends', async () => {
  const { element, slider } = await mountNumber({ value: 3, minimum: 1, maximum: 9 });
  const moves = detailsOf(element, 'number-moved');
  const settled = detailsOf(element, 'number-settled');
  // Chromium captures real pointers only; these are made up.
  slider.setPointerCapture = () => undefined;
  drag(slider, 'pointerdown', 100);
  drag(slider, 'pointermove', 116);
  await element.updateComplete;
  drag(slider, 'pointermove', 40);
  await element.updateComplete;
  expect(settled).toEqual([]);
  drag(slider, 'pointerup', 40);
  drag(slider, 'pointermove', 200);
  expect(moves).toEqual([
    { name: 'rate', value: 5 },
    { name: 'rate', value: 1 },
  ]);
  expect(settled).toEqual(['rate']);
});

it('is typed like a number, as soon as what is typed can be', async () => {
  const { element, slider } = await mountNumber({ value: 3, minimum: 2, maximum: 15 });
  const moves = detailsOf(element, 'number-moved');
  const settled = detailsOf(element, 'number-settled');
  slider.focus();
  await userEvent.keyboard('12');
  expect(slider.textContent.trim()).toBe('12');
  await userEvent.keyboard('{Backspace}99.5{Enter}');
  expect(moves).toEqual([{ name: 'rate', value: 12 }]);
  expect(settled).toEqual(['rate']);
  expect(slider.textContent.trim()).toBe('12');
});

it('takes a minus and decimals where its steps have them', async () => {
  const { element, slider } = await mountNumber({ value: 1, minimum: -3, maximum: 3, step: 0.5 });
  const moves = detailsOf(element, 'number-moved');
  slider.focus();
  await userEvent.keyboard('-1.25');
  slider.blur();
  expect(moves.at(-1)).toEqual({ name: 'rate', value: -1.25 });
});
