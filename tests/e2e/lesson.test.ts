/** The lesson as a reader uses it: numbers dragged by keys, terms that light up the figure, tasks solved by hand. */
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { enter, fieldOf } from './fields.ts';
import { expectGrid, gridOf, typeInto } from './grids.ts';
import { LESSON_WORDS } from './lesson-words.ts';
import { CHINESE_WALK, useVisits } from './visits.ts';

const lessonOf = (page: Page): Locator => page.locator('corr2d-scene-lesson');
const markOf = (page: Page, task: string): Locator => page.locator(`[data-task="${task}"] .mark`);
const termOf = (page: Page, name: string): Locator => lessonOf(page).locator(`.term[data-names="${name}"]`);
const frameOf = (grid: Locator): Promise<string> =>
  grid.evaluate((table) => getComputedStyle(table).outlineWidth);

async function dragBy(page: Page, handle: Locator, pixels: number): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels / 2, y);
  await page.mouse.move(x + pixels, y);
  await page.mouse.up();
}

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const lesson = LESSON_WORDS[walk.language];

  test.each(['correlation', 'edges', 'learning', 'receptive'] as const)(
    'scene %s has its text, and every term of it is in the glossary',
    async (scene) => {
      const { page } = await visits.open({ flags: `scene=${scene}` });
      await lessonOf(page).getByRole('heading', { name: lesson.title }).waitFor();
      const terms = lessonOf(page).locator('.term');
      expect(await terms.allTextContents()).toEqual(expect.arrayContaining([...lesson.terms[scene]]));
      for (const term of await terms.all()) {
        await term.press('Enter');
        const sheet = page.getByRole('dialog', { name: lesson.glossary });
        await sheet.waitFor();
        await expect.poll(() => sheet.locator('dt.asked').count()).toBe(1);
        expect(await sheet.locator('dd.asked').textContent()).not.toBe('');
        await page.keyboard.press('Escape');
        await sheet.waitFor({ state: 'hidden' });
      }
    },
  );

  test('pointing at a term frames what it names, and leaving it takes the frame away', async () => {
    const { page, words } = await visits.open();
    const kernel = gridOf(page, words.kernel);
    await lessonOf(page).waitFor();
    expect(await frameOf(kernel)).toBe('0px');
    await termOf(page, 'kernel').hover();
    await expect.poll(() => frameOf(kernel)).toBe('3px');
    expect(await frameOf(gridOf(page, words.response))).toBe('0px');
    await termOf(page, 'response').focus();
    await expect.poll(() => frameOf(gridOf(page, words.response))).toBe('3px');
    await page.mouse.move(2, 2);
    await page.keyboard.press('Tab');
    await expect.poll(() => frameOf(gridOf(page, words.response))).toBe('0px');
  });

  test('a number in the text changes the figure by key and by drag, one undo each', async () => {
    const { page, words } = await visits.open();
    const rows = lessonOf(page).getByRole('slider', { name: lesson.imageRows });
    await rows.press('ArrowUp');
    await expectGrid(gridOf(page, words.response), [
      [19, 25],
      [37, 43],
      [7, 8],
    ]);
    await dragBy(page, rows, 16);
    await expect.poll(() => rows.getAttribute('aria-valuenow')).toBe('6');
    await page.getByRole('button', { name: words.undo }).click();
    expect(await rows.getAttribute('aria-valuenow')).toBe('4');
    await page.getByRole('button', { name: words.undo }).click();
    expect(await rows.getAttribute('aria-valuenow')).toBe('3');
  });

  test('the rate in the text is the rate of the run, and the factor follows it', async () => {
    const { page } = await visits.open({ flags: 'scene=learning' });
    const rate = lessonOf(page).getByRole('slider', { name: lesson.rate });
    await lessonOf(page).getByText('−0.8', { exact: true }).waitFor();
    for (let step = 0; step < 3; step++) await rate.press('ArrowRight');
    // 1 − 0.033 · 60
    await lessonOf(page).getByText('−0.98', { exact: true }).waitFor();
    await expect.poll(() => markOf(page, 'long-swing').getAttribute('aria-label')).toBe(lesson.solved);
    expect(await markOf(page, 'no-swing').getAttribute('aria-label')).toBe(lesson.notSolved);
  });

  test('a task is solved by hand, said so, and still solved at the next visit', async () => {
    const { page, words } = await visits.open();
    await lessonOf(page).waitFor();
    expect(await markOf(page, 'same-size').getAttribute('aria-label')).toBe(lesson.notSolved);
    await enter(fieldOf(page, words.kernelSize, words.rows), '3');
    await enter(fieldOf(page, words.kernelSize, words.columns), '3');
    for (const side of [words.top, words.bottom, words.left, words.right])
      await enter(fieldOf(page, words.paddingGroup, side), '1');
    await expect.poll(() => markOf(page, 'same-size').getAttribute('aria-label')).toBe(lesson.solved);
    await page.getByRole('button', { name: words.backToExample }).click();
    await page.reload();
    await expect.poll(() => markOf(page, 'same-size').getAttribute('aria-label')).toBe(lesson.solved);
    expect(await markOf(page, 'half-turn').getAttribute('aria-label')).toBe(lesson.notSolved);
  });

  test('typing a kernel solves the task about half a turn', async () => {
    const { page, words } = await visits.open();
    const kernel = gridOf(page, words.kernel);
    await typeInto(kernel, 0, 0, '3');
    await typeInto(kernel, 0, 1, '2');
    await expect.poll(() => markOf(page, 'half-turn').getAttribute('aria-label')).toBe(lesson.solved);
  });

  test('the text can be put away, and stays away', async () => {
    const { page } = await visits.open();
    await lessonOf(page).getByRole('button', { name: lesson.hide }).click();
    expect(await lessonOf(page).locator('.text').count()).toBe(0);
    await page.reload();
    await lessonOf(page).getByRole('button', { name: lesson.show }).click();
    await lessonOf(page).getByText('19').first().waitFor();
  });
});
