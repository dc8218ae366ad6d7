/** Scene 3, as a person walks it: the article's ten epochs, other starts, a rate that is too large, a painted image. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { enter } from './fields.ts';
import { cellOf, expectGrid, gridOf, textsOf, typeInto } from './grids.ts';
import { CHINESE_WALK, TWO_WALKS, useVisits } from './visits.ts';
import type { Words } from './words.ts';

const ARTICLE_LOG = [
  'epoch 2, loss 9.470',
  'epoch 4, loss 2.939',
  'epoch 6, loss 1.046',
  'epoch 8, loss 0.402',
  'epoch 10, loss 0.160',
  '[[1.0307, −0.9488]]',
];
/** Gradient descent in float64, by hand outside this project, on the image with row 1, column 4 painted white. */
const PAINTED_LOG = [
  'epoch 2, loss 10.392',
  'epoch 4, loss 4.070',
  'epoch 6, loss 2.043',
  'epoch 8, loss 1.097',
  'epoch 10, loss 0.598',
  '[[1.0806, −0.9118]]',
];

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true });
const logOf = (page: Page, words: Words) =>
  page.getByRole('list', { name: words.trainingLog, exact: true }).getByRole('listitem').allTextContents();
const epochShown = (page: Page, words: Words, step: number, steps = 10) =>
  page.getByText(words.epochOf(step, steps), { exact: true }).waitFor();

async function runFast(page: Page, words: Words): Promise<void> {
  await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('fast');
  await button(page, words.run).click();
}

describe.each(TWO_WALKS)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);
  const open = () => visits.open({ flags: 'scene=learning' });

  test('ten epochs from the article’s start print the article’s lines', async () => {
    const { page, words } = await open();
    await runFast(page, words);
    await page.getByText(words.done).waitFor();
    expect(await logOf(page, words)).toEqual(ARTICLE_LOG);
    await expectGrid(gridOf(page, words.learnedKernel), [[1.0307, -0.9488]]);
  });

  test('learning is stepped, run, paused and reset', async () => {
    const { page, words } = await open();
    await button(page, words.step).click();
    await epochShown(page, words, 1);
    await button(page, words.step).click();
    await epochShown(page, words, 2);
    expect(await logOf(page, words)).toEqual(['epoch 2, loss 9.470']);

    await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('1');
    await button(page, words.run).click();
    await button(page, words.pause).click();
    await button(page, words.run).waitFor();
    await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('fast');
    await button(page, words.run).click();
    await page.getByText(words.done).waitFor();
    expect(await logOf(page, words)).toEqual(ARTICLE_LOG);

    await button(page, words.reset).click();
    await epochShown(page, words, 0);
    await expectGrid(gridOf(page, words.learnedKernel), [[0.4923, 0.2704]]);
  });

  test('PyTorch’s start with seed 0, and zeros', async () => {
    const { page, words } = await open();
    const start = page.getByRole('combobox', { name: words.startFrom, exact: true });
    await start.selectOption({ label: words.starts.torch });
    await expectGrid(gridOf(page, words.startKernel), [[-0.0053, 0.3793]]);

    await start.selectOption({ label: words.starts.zeros });
    await expectGrid(gridOf(page, words.startKernel), [[0, 0]]);
    await runFast(page, words);
    await page.getByText(words.done).waitFor();
    // Both weights go to ±1 by the factor 1 − 0.03 · 12 an epoch: 1 − 0.64¹⁰ = 0.9885.
    expect((await logOf(page, words)).at(-1)).toBe('[[0.9885, −0.9885]]');
  });
});

describe.each(CHINESE_WALK)('with the rest of the page, on $engine in $language', (walk) => {
  const visits = useVisits(walk);
  const open = () => visits.open({ flags: 'scene=learning' });

  test('a run outlives a look at another scene', async () => {
    const { page, words } = await open();
    await button(page, words.step).click();
    await button(page, words.step).click();
    await epochShown(page, words, 2);
    await page.getByRole('link', { name: words.scenes.edges, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: words.headings.edges }).waitFor();
    await page.getByRole('link', { name: words.scenes.learning, exact: true }).click();
    await epochShown(page, words, 2);
    await runFast(page, words);
    await page.getByText(words.done).waitFor();
    expect(await logOf(page, words)).toEqual(ARTICLE_LOG);
  });

  test('a rate that is too large stops in time, names the limit and offers a better one', async () => {
    const { page, words } = await open();
    await page
      .getByRole('combobox', { name: words.startFrom, exact: true })
      .selectOption({ label: words.starts.typed });
    await typeInto(gridOf(page, words.startKernel), 0, 0, '0.5');
    await typeInto(gridOf(page, words.startKernel), 0, 1, '0.25');
    await enter(page.getByRole('textbox', { name: words.learningRate, exact: true }), '0.04');
    await enter(page.getByRole('textbox', { name: words.epochs, exact: true }), '200');
    await runFast(page, words);
    await page.getByText(words.diverged).waitFor();
    expect(await page.locator('body').ariaSnapshot()).not.toMatch(/NaN|∞|infinit/i);
    expect((await textsOf(gridOf(page, words.learnedKernel)))?.flat().join(' ')).toMatch(/^[−\d. ]+$/);

    await button(page, words.useRate).click();
    await button(page, words.run).click();
    await page.getByText(words.done).waitFor();
    expect((await logOf(page, words)).at(-1)).toBe('[[1.0000, −1.0000]]');
  });

  test('it learns on the image as it is painted', async () => {
    const { page, words } = await open();
    await cellOf(gridOf(page, words.paintedImage), 0, 3).click();
    await runFast(page, words);
    await page.getByText(words.done).waitFor();
    expect(await logOf(page, words)).toEqual(PAINTED_LOG);
  });
});
