/** Examples by name: from an address, from the menu, and a name that is none. */
import { describe, expect, test } from 'vitest';
import { cellOf, expectGrid, gridOf, typeInto } from './grids.ts';
import { CHINESE_WALK, useVisits } from './visits.ts';

const WORDS = {
  en: {
    opened: /You opened an example\./,
    unknown: /There is no example called “nonsense”/,
    menu: 'Examples',
    flipped: 'true convolution',
  },
  'zh-CN': {
    opened: /您打开了一个示例。/,
    unknown: /没有名为“nonsense”的示例/,
    menu: '示例',
    flipped: '真正的卷积',
  },
} as const;

const SOBEL = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

describe.each(CHINESE_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);
  const mine = WORDS[walk.language];

  test('`ex=sobel` opens its scene; after an edit the link takes the place of the name', async () => {
    const { page, words } = await visits.open({ flags: 'ex=sobel' });
    await page.getByRole('heading', { level: 1, name: words.headings.edges }).waitFor();
    await expectGrid(gridOf(page, words.kernel), SOBEL);
    await cellOf(gridOf(page, words.paintedImage), 0, 0).click();
    await expect.poll(() => page.url()).toMatch(/scene=edges.*s=2\./);
    expect(page.url()).not.toContain('ex=');
  });

  test('a name that is none is told, and the page begins', async () => {
    const { page, words } = await visits.open({ flags: 'ex=nonsense' });
    await page.getByText(mine.unknown).waitFor();
    await expectGrid(gridOf(page, words.response), [
      [19, 25],
      [37, 43],
    ]);
  });

  test('an example from the menu keeps the work aside, and gives it back', async () => {
    const { page, words } = await visits.open();
    await typeInto(gridOf(page, words.image), 0, 0, '5');
    await expect.poll(() => page.url()).toContain('s=2.');
    await page.getByText(mine.menu, { exact: true }).click();
    await page.getByRole('link', { name: mine.flipped, exact: true }).click();
    await page.getByText(mine.opened).waitFor();
    // The kernel 3, 2, 1, 0 on 0, 1, 3, 4 and so on.
    await expectGrid(gridOf(page, words.response), [
      [5, 11],
      [23, 29],
    ]);
    await page.getByRole('button', { name: words.backToWork, exact: true }).click();
    await expect
      .poll(() => cellOf(gridOf(page, words.image), 0, 0).getByRole('textbox').inputValue())
      .toBe('5');
  });
});
