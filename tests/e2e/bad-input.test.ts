/** What cannot be used gets a message that names the field and its range; document and response stay as they were. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { enter, fieldOf } from './fields.ts';
import { cellOf, expectGrid, gridOf, typeInto } from './grids.ts';
import { TWO_WALKS, useVisits, type Visit } from './visits.ts';
import type { Words } from './words.ts';

const START = [
  [19, 25],
  [37, 43],
];

/** The message stands there, and neither the response nor the history knows of the text. */
async function expectRefused({ page, words }: Visit, fault: string | RegExp): Promise<void> {
  await alertOf(page, fault).waitFor();
  await expectGrid(gridOf(page, words.response), START);
  expect(await page.getByRole('button', { name: words.undo }).isDisabled()).toBe(true);
}

function alertOf(page: Page, text: string | RegExp) {
  return page.getByRole('alert').getByText(text, { exact: true });
}

interface BadField {
  readonly name: string;
  readonly group: (words: Words) => string;
  readonly label: (words: Words) => string;
  readonly bad: string;
  readonly good: string;
  readonly fault: (words: Words) => string | RegExp;
}

const BAD_FIELDS: readonly BadField[] = [
  {
    name: 'an image of 65 rows',
    group: (words) => words.imageSize,
    label: (words) => words.rows,
    bad: '65',
    good: '3',
    fault: (words) => words.faults.imageRows,
  },
  {
    name: 'a kernel larger than the image',
    group: (words) => words.kernelSize,
    label: (words) => words.rows,
    bad: '4',
    good: '2',
    fault: (words) => words.faults.kernelDoesNotFit,
  },
  {
    name: 'a stride of 0',
    group: (words) => words.stride,
    label: (words) => words.down,
    bad: '0',
    good: '1',
    fault: (words) => words.faults.strideDown,
  },
];

describe.each(TWO_WALKS)('on $engine in $language', (walk) => {
  const visits = useVisits(walk);

  test('texts in a cell that are no number of its range', async () => {
    const visit = await visits.open();
    const { page, words } = visit;
    const image = gridOf(page, words.image);
    const texts = [
      ['abc', words.faults.cellText],
      ['0x10', words.faults.cellHex],
      ['1e309', words.faults.cellHuge],
    ] as const;
    for (const [text, fault] of texts) {
      await typeInto(image, 1, 1, text);
      await expectRefused(visit, fault);
      expect(await page.getByRole('alert').filter({ visible: true }).count()).toBe(1);
    }
    await typeInto(image, 1, 1, '4');
    await alertOf(page, words.faults.cellHuge).waitFor({ state: 'detached' });
    await expectGrid(gridOf(page, words.response), START);
  });

  test('a text that cannot be used stays to be mended, and Escape brings the number back', async () => {
    const visit = await visits.open();
    const { page, words } = visit;
    const input = cellOf(gridOf(page, words.image), 1, 1).getByRole('textbox');
    await typeInto(gridOf(page, words.image), 1, 1, 'abc');
    await page.keyboard.press('Enter');
    await expectRefused(visit, words.faults.cellText);
    expect(await input.inputValue()).toBe('abc');
    expect(await input.getAttribute('aria-invalid')).toBe('true');

    await typeInto(gridOf(page, words.image), 1, 1, 'abcd');
    await page.keyboard.press('Escape');
    await expect.poll(() => input.inputValue()).toBe('4');
    await expect.poll(() => page.getByRole('alert').filter({ visible: true }).count()).toBe(0);
  });

  test.each(BAD_FIELDS)('$name', async ({ group, label, bad, good, fault }) => {
    const visit = await visits.open();
    const { page, words } = visit;
    const field = fieldOf(page, group(words), label(words));
    await enter(field, bad);
    await expectRefused(visit, fault(words));
    await enter(field, good);
    await alertOf(page, fault(words)).waitFor({ state: 'hidden' });
    await expectGrid(gridOf(page, words.response), START);
  });

  test('a learning rate of 0', async () => {
    const { page, words } = await visits.open({ flags: 'scene=learning' });
    const rate = page.getByRole('textbox', { name: words.learningRate, exact: true });
    await enter(rate, '0');
    await alertOf(page, words.faults.rate).waitFor();
    await enter(rate, '0.03');
    await alertOf(page, words.faults.rate).waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: words.undo }).isDisabled()).toBe(true);
  });
});
