/** The rate on its scale: marks where they belong, words for those who do not see them, events for what was slid. */
import { expect, it } from 'vitest';
import '../../../src/ui/learning/rate-slider.ts';
import { detailsOf, mount, part } from '../mount.ts';

const ARTICLE = { rate: 0.03, best: 1 / 36, limit: 1 / 30 };

function slider(element: Element): HTMLInputElement {
  const input = part(element, 'input');
  if (!(input instanceof HTMLInputElement)) throw new Error('no slider');
  return input;
}

it('says how much of the limit the rate is', async () => {
  const element = await mount('corr2d-rate-slider', ARTICLE);
  expect(slider(element).getAttribute('aria-valuetext')).toBe('0.03, 90 percent of the limit');
  const marks = [...(element.shadowRoot?.querySelectorAll('.mark') ?? [])].map((mark) =>
    mark.textContent.trim(),
  );
  expect(marks).toEqual(['best 0.0278', 'limit 0.0333']);
});

it('marks the limit where the thumb stands at it', async () => {
  const element = await mount('corr2d-rate-slider', { ...ARTICLE, rate: 1 / 30 });
  const { left, width } = slider(element).getBoundingClientRect();
  const share = slider(element).valueAsNumber / Number(slider(element).max);
  const mark = part(element, '.mark.limit').getBoundingClientRect();
  expect(Math.abs(mark.left - (left + 8 + share * (width - 16)))).toBeLessThan(2.5);
});

it('tells the rates it is slid to, in three digits, and when it is let go', async () => {
  const element = await mount('corr2d-rate-slider', ARTICLE);
  const slid = detailsOf(element, 'rate-slid');
  const settled = detailsOf(element, 'rate-settled');
  slider(element).value = '0.02';
  slider(element).dispatchEvent(new Event('input'));
  slider(element).dispatchEvent(new Event('change'));
  expect(slid).toHaveLength(1);
  expect(Number(slid[0])).toBeCloseTo(0.02, 3);
  expect(settled).toEqual([null]);
});
