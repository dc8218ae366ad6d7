/** The program of what is on the page: opened, followed, copied. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { cellOf, gridOf, typeInto } from './grids.ts';
import { PROGRAM_WORDS } from './program-words.ts';
import { ENGLISH_WALK, useVisits } from './visits.ts';
import type { Words } from './words.ts';

const programOf = (page: Page, words: Words) => page.getByLabel(words.program, { exact: true });
const unfold = (page: Page, words: Words) => page.getByText(words.asProgram, { exact: true }).click();

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const mine = PROGRAM_WORDS[walk.language];

  test('scene 1: it follows an edit, and is copied as it stands', async () => {
    const profile = await visits.profile({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, words } = await visits.open({ profile });
    await unfold(page, words);
    const program = programOf(page, words);
    await expect.poll(() => program.innerText()).toContain('[6., 7., 8.]]).reshape(1, 1, 3, 3)');
    await typeInto(gridOf(page, words.image), 2, 2, '-4.5');
    await expect.poll(() => program.innerText()).toContain('[6., 7., -4.5]]).reshape(1, 1, 3, 3)');
    await page.getByRole('button', { name: mine.copy, exact: true }).click();
    await page.getByText(mine.copied, { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await program.textContent());
  });

  test('scene 2: the painted image, in a language that a later visit remembers', async () => {
    const profile = await visits.profile();
    const { page, words } = await visits.open({ profile, flags: 'scene=edges' });
    await unfold(page, words);
    await page.getByRole('combobox', { name: mine.inLanguage, exact: true }).selectOption('numpy');
    await cellOf(gridOf(page, words.paintedImage), 5, 2).click();
    const last = '[1., 1., 1., 0., 0., 0., 1., 1.]])';
    await expect.poll(() => programOf(page, words).innerText()).toContain(last);
    const later = await visits.open({ profile, flags: 'scene=edges' });
    await unfold(later.page, words);
    await expect.poll(() => programOf(later.page, words).innerText()).toContain('import numpy as np');
  });

  test('scene 4: the stack', async () => {
    const { page, words } = await visits.open({ flags: 'scene=receptive' });
    await unfold(page, words);
    await expect
      .poll(() => programOf(page, words).innerText())
      .toContain('conv2 = nn.Conv2d(1, 1, (2, 2), bias=False)');
  });
});
