/** The legend says what is shown, and the choices are told. */
import { expect, test } from 'vitest';
import '../../../src/ui/response/response-colors.ts';
import { detailsOf, mount, part } from '../mount.ts';

const VALUES = [-1, 0, 3];

function choose(element: Element, index: number, value: string): void {
  const select = element.shadowRoot?.querySelectorAll('select')[index];
  if (!select) throw new Error('no such select');
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

test('the legend names the ends of the colours, and of the values', async () => {
  const element = await mount('corr2d-value-legend', {
    scale: { colors: 'signed', low: -3, high: 3 },
    values: VALUES,
  });
  expect(part(element, '.ticks').textContent.split(/\s+/).filter(Boolean)).toEqual(['−3', '0', '3']);
  expect(part(element, 'p').textContent).toBe('values from −1 to 3');
});

test('the legend of values that are still to come names none', async () => {
  const element = await mount('corr2d-value-legend', { scale: { colors: 'signed', low: -1, high: 1 } });
  for (const text of ['.ticks', 'p']) expect(getComputedStyle(part(element, text)).visibility).toBe('hidden');
});

test('the bar is white in the middle of a symmetric range and dark at its ends', async () => {
  const element = await mount('corr2d-value-legend', {
    scale: { colors: 'signed', low: -3, high: 3 },
    values: VALUES,
  });
  const { backgroundImage } = getComputedStyle(part(element, '.bar'));
  expect(backgroundImage).toContain('rgb(255, 255, 255)');
  expect(backgroundImage.indexOf('rgb(13, 63, 122)')).toBeLessThan(
    backgroundImage.indexOf('rgb(255, 255, 255)'),
  );
});

test('choices are told, a fixed range with what is shown', async () => {
  const element = await mount('corr2d-response-colors', { values: VALUES });
  const colors = detailsOf(element, 'colors-chosen');
  const ranges = detailsOf(element, 'range-chosen');
  choose(element, 0, 'absolute');
  choose(element, 1, 'automatic');
  choose(element, 1, 'fixed');
  expect(colors).toEqual(['absolute']);
  expect(ranges).toEqual([{ kind: 'automatic' }, { kind: 'fixed', low: -1, high: 3 }]);
});

test('a fixed range has a field for each end, with its fault', async () => {
  const element = await mount('corr2d-response-colors', {
    values: VALUES,
    view: { colors: 'grey', range: { kind: 'fixed', low: -1, high: 3 } },
    faults: new Map([['high', 'too low']]),
  });
  const fields = [...(element.shadowRoot?.querySelectorAll('corr2d-number-field') ?? [])];
  expect(fields.map(({ value, fault }) => [value, fault])).toEqual([
    [-1, ''],
    [3, 'too low'],
  ]);
});
