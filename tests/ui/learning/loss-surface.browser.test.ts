/** The loss surface draws what the analysis says, in the plane that is chosen. */
import { expect, it } from 'vitest';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import { analyse } from '../../../src/state/learning-analysis.ts';
import { makeLayer } from '../../../src/state/learning-layer.ts';
import { makeLesson, type LearningSetup } from '../../../src/state/learning-lesson.ts';
import '../../../src/ui/learning/loss-surface.ts';
import { detailsOf, mount, part } from '../mount.ts';

const ARTICLE: LearningSetup = { ...DEFAULT_DOCUMENT.learning, image: DEFAULT_DOCUMENT.edges.image };
const study = (setup: LearningSetup) => analyse(makeLayer(makeLesson(setup)), setup);
const labelsOf = (element: Element) => [...(element.shadowRoot?.querySelectorAll('svg.figure text') ?? [])];
const summary = (element: Element) => part(element, 'svg.figure').getAttribute('aria-label');

it('says in words what it draws: start, place and optimum', async () => {
  const trace = [
    { step: 0, weights: [0.5, 0.25] },
    { step: 1, weights: [0.125, -0.75] },
  ];
  const element = await mount('corr2d-loss-surface', { analysis: study(ARTICLE), trace });
  expect(summary(element)).toBe(
    'Contours of the loss. Start (0.5, 0.25), now (0.125, −0.75), optimum (1, −1).',
  );
  expect(part(element, '.way').getAttribute('points')?.split(' ')).toHaveLength(4);
  expect(element.shadowRoot?.querySelectorAll('.contour').length).toBe(11);
  expect(element.shadowRoot?.querySelector('corr2d-plane-choice')).toBeNull();
});

it('keeps its contours while the run stays in view, and widens when it goes astray', async () => {
  const start = { step: 0, weights: [0.5, 0.25] };
  const element = await mount('corr2d-loss-surface', { analysis: study(ARTICLE), trace: [start] });
  const outermost = () => part(element, '.contour').getAttribute('d');
  const before = outermost();
  element.trace = [start, { step: 1, weights: [0.9, -0.9] }];
  await element.updateComplete;
  expect(outermost()).toBe(before);
  element.trace = [start, { step: 1, weights: [9, 9] }];
  await element.updateComplete;
  expect(labelsOf(element).map(({ textContent }) => textContent)).toContain('10');
});

/** Where letters are; a line is a little higher than they. */
function lettersOf(label: Element): DOMRect {
  const { x, y, width, height } = label.getBoundingClientRect();
  return new DOMRect(x, y + 3, width, height - 6);
}

const areApart = (a: DOMRect, b: DOMRect): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

it.each([
  ['0.0005', [1.0001, -1]],
  ['0.0002', [1.00112, -1]],
  ['200000', [300_000, 5]],
])('numbers %s apart are whole, and none runs into another', async (_, weights) => {
  const trace = [{ step: 0, weights }];
  const element = await mount('corr2d-loss-surface', { analysis: study(ARTICLE), trace });
  const edge = part(element, 'svg.figure').getBoundingClientRect();
  const labels = labelsOf(element).filter(({ textContent }) => textContent !== '');
  expect(labels.length).toBeGreaterThanOrEqual(8);
  labels.forEach((label, index) => {
    const { left, right, top, bottom } = label.getBoundingClientRect();
    const isWhole = left >= edge.left && right <= edge.right && top >= edge.top && bottom <= edge.bottom;
    expect(isWhole, `all of ${label.textContent}`).toBe(true);
    const struck = labels.slice(0, index).filter((other) => !areApart(lettersOf(other), lettersOf(label)));
    expect(
      struck.map(({ textContent }) => textContent),
      `on ${label.textContent}`,
    ).toEqual([]);
  });
});

it('cuts a larger kernel along two weights when asked', async () => {
  const setup: LearningSetup = { ...ARTICLE, learner: { rows: 2, columns: 2 }, start: { kind: 'zeros' } };
  const trace = [{ step: 0, weights: [0.1, 0.2, 0.3, 0.4] }];
  const element = await mount('corr2d-loss-surface', { analysis: study(setup), trace });
  const told = detailsOf(element, 'look-changed');
  const way = part(element, 'corr2d-plane-choice').shadowRoot?.querySelector('select');
  if (!way) throw new Error('there is nothing to choose by');
  way.value = 'pair';
  way.dispatchEvent(new Event('change'));
  expect(told).toEqual([{ plane: [0, 1] }]);
  element.chosen = [1, 2];
  await element.updateComplete;
  expect(summary(element)).toContain('Start (0.2, 0.3)');
});
