/** Scene 3 as a laboratory: limits, directions, optimisers, sizes, looking back, racing, the program. */
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { enter } from './fields.ts';
import { expectGrid, gridOf, typeInto } from './grids.ts';
import { GPU_WALK, useVisits } from './visits.ts';
import type { Words } from './words.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const rowsOf = (table: Locator) => table.locator('tbody tr');

async function runFast(page: Page, words: Words): Promise<void> {
  await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('fast');
  await button(page, words.run).click();
  await page.getByText(words.done).waitFor();
}

async function unfold(page: Page, summary: string): Promise<void> {
  await page.getByText(summary, { exact: true }).click();
}

describe.each(GPU_WALK)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);
  const open = () => visits.open({ flags: 'scene=learning' });

  test('predicted and measured factors agree: 0.640 and −0.800', async () => {
    const { page, words } = await open();
    await runFast(page, words);
    const table = page.getByRole('region', { name: words.directions });
    await expect.poll(() => rowsOf(table).count()).toBe(2);
    const cells = await Promise.all(
      [0, 1].map((row) => rowsOf(table).nth(row).locator('td').allInnerTexts()),
    );
    expect(cells.map((row) => [row[1], row[3], row[4]])).toEqual([
      ['12', '0.640', '0.640'],
      ['60', '−0.800', '−0.800'],
    ]);
  });

  test('one press takes the best rate; past the limit it says so before the run', async () => {
    const { page, words } = await open();
    await button(page, words.takeBestRate).click();
    await expect.poll(() => field(page, words.learningRate).inputValue()).toBe('0.0278');
    await enter(field(page, words.learningRate), '0.034');
    await page.getByText(words.rateTooLarge).waitFor();
    await button(page, words.takeSafeRate).click();
    await expect.poll(() => field(page, words.learningRate).inputValue()).toBe('0.03');
  });

  test('steps are taken back, sought and taken again', async () => {
    const { page, words } = await open();
    await runFast(page, words);
    await button(page, words.stepBack).click();
    await page.getByText(words.epochOf(9, 10), { exact: true }).waitFor();
    await page.getByRole('slider', { name: words.epochShown }).fill('2');
    await page.getByText(words.epochOf(2, 10), { exact: true }).waitFor();
    await button(page, words.run).click();
    await page.getByText(words.done).waitFor();
    await expectGrid(gridOf(page, words.learnedKernel), [[1.0307, -0.9488]]);
  });

  test('a larger learner, a target by hand, Adam: a link holds it all', async () => {
    const { page, words } = await open();
    await unfold(page, words.whatIsLearned);
    await enter(field(page, words.learnerColumns), '3');
    await gridOf(page, words.teacherKernel).waitFor();
    await typeInto(gridOf(page, words.target), 0, 0, '0.5');
    await page.getByText(words.nearestKernel, { exact: true }).waitFor();
    expect(await gridOf(page, words.teacherKernel).count()).toBe(0);
    await unfold(page, words.optimiserAndLoss);
    await page.getByRole('combobox', { name: words.optimiser, exact: true }).selectOption('adam');
    await runFast(page, words);
    const learned = await gridOf(page, words.learnedKernel).getByRole('gridcell').allInnerTexts();
    expect(learned).toHaveLength(3);
    await page.reload();
    await runFast(page, words);
    expect(await gridOf(page, words.learnedKernel).getByRole('gridcell').allInnerTexts()).toEqual(learned);
  });

  test('Nesterov without a momentum is refused in words, and the choice stays off', async () => {
    const { page, words } = await open();
    await unfold(page, words.optimiserAndLoss);
    const nesterov = page.getByRole('checkbox', { name: words.nesterov });
    await nesterov.click();
    await page.getByText(words.nesterovNeedsMomentum).waitFor();
    expect(await nesterov.isChecked()).toBe(false);
    await enter(field(page, words.momentum), '0.5');
    await nesterov.click();
    await expect.poll(() => nesterov.isChecked()).toBe(true);
  });

  test('the program is the run’s, and the tutorial’s moment is one press away', async () => {
    const { page, words } = await open();
    await enter(field(page, words.learningRate), '0.01');
    await unfold(page, words.asProgram);
    const program = page.getByLabel(words.program, { exact: true });
    await expect.poll(() => program.innerText()).toContain('lr=0.01)');
    await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('fast');
    await button(page, words.replayTutorial).click();
    await page.getByText(words.done).waitFor();
    await expectGrid(gridOf(page, words.learnedKernel), [[1.0307, -0.9488]]);
    expect(await program.innerText()).toContain('lr=0.03)');
  });
});
