/** Every term that looks as if it pointed at something lights up something: in a figure, in the formulas, or in both. */
import { html, render } from 'lit';
import { expect, onTestFinished, test } from 'vitest';
import '../../../src/ui/style/page.css';
import '../../../src/ui/correlation/correlation-formula.ts';
import '../../../src/ui/grid/number-grid.ts';
import { lessonStyle } from '../../../src/ui/lesson/lesson-style.ts';
import { fieldFormulas } from '../../../src/ui/lesson/field-formulas.ts';
import { gradientFormulas, stepFormula } from '../../../src/ui/lesson/learning-formulas.ts';
import { sizeFormula } from '../../../src/ui/lesson/correlation-formulas.ts';
import { lightTerm } from '../../../src/ui/lesson/term-light.ts';
import { SHOWN_TERMS, type TermName } from '../../../src/ui/lesson/terms.ts';
import { mount, part } from '../mount.ts';

const GRID = { rows: 1, columns: 2, values: [0, 1] };

/** All that the lesson's formulas show. */
function formulas(): ShadowRoot {
  const place = document.createElement('div');
  const root = place.attachShadow({ mode: 'open' });
  const { styleSheet } = lessonStyle;
  root.adoptedStyleSheets = styleSheet ? [styleSheet] : [];
  render(html`${sizeFormula()}${gradientFormulas()}${stepFormula()}${fieldFormulas()}`, root);
  document.body.append(place);
  onTestFinished(() => {
    lightTerm(null);
    place.remove();
  });
  return root;
}

/** Terms that only a figure shows, and where; their look changes when they are lit. */
const IN_FIGURES: Readonly<Partial<Record<TermName, () => Promise<Element>>>> = {
  correlation: async () => mount('corr2d-correlation-formula', {}),
  window: async () => {
    const marks = new Map([['0,0', 'window' as const]]);
    return part(await mount('corr2d-number-grid', { grid: GRID, marks }), '.window');
  },
  edge: async () => part(await mount('corr2d-number-grid', { grid: GRID, tone: 'response' }), '.found'),
  'effective-field': async () => {
    await import('../../../src/ui/receptive/effective-figure.ts');
    return mount('corr2d-effective-figure', {});
  },
  'feature-map': async () => {
    await import('../../../src/ui/receptive/feature-map.ts');
    return part(await mount('corr2d-feature-map', {}), '.table');
  },
  epoch: async () => {
    await import('../../../src/ui/learning/run-controls.ts');
    return part(await mount('corr2d-run-controls', {}), 'output');
  },
  convolution: async () => {
    const { correlationSceneStyle } = await import('../../../src/ui/scenes/correlation-scene-style.ts');
    const place = document.createElement('div');
    const root = place.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = correlationSceneStyle.styleSheet ? [correlationSceneStyle.styleSheet] : [];
    root.innerHTML = '<label class="switch"></label>';
    document.body.append(place);
    onTestFinished(() => {
      place.remove();
    });
    return root.firstElementChild ?? place;
  },
};

const lookOf = (element: Element): string =>
  [null, '::after']
    .map((each) => {
      const { outline, backgroundColor } = getComputedStyle(element, each);
      return `${outline} ${backgroundColor}`;
    })
    .join();

test.each(SHOWN_TERMS)('%s', async (name) => {
  const element = await (IN_FIGURES[name]?.() ?? formulas().querySelector(`[data-names='${name}']`));
  if (!element) throw new Error('nothing on the page is named by it');
  lightTerm(null);
  const before = lookOf(element);
  lightTerm(name);
  const lit = lookOf(element);
  lightTerm(null);
  expect(lit).not.toBe(before);
  expect(lookOf(element)).toBe(before);
});

test('the frame of an image without padding is dashed where padding would go', async () => {
  const table = part(await mount('corr2d-number-grid', { grid: GRID }), '.table');
  lightTerm('padding');
  expect(getComputedStyle(table).outline).toContain('dashed');
  lightTerm('image');
  expect(getComputedStyle(table).outline).toContain('solid');
  lightTerm(null);
});
