/** axe-core finds nothing to object to in any scene, theme and language. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright';
import type * as axeCore from 'axe-core';
import { describe, expect, test } from 'vitest';
import { lookAtDialogs } from './dialogs.ts';
import { expectGrid, gridOf, typeInto } from './grids.ts';
import { useVisits } from './visits.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Names depend on the language and contrast on the theme: each once finds what all pairs would. */
const LOOKS = [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const;

interface Finding {
  readonly rule: string;
  readonly nodes: readonly string[];
}

/** Every violation on the page, with the elements it is about. */
function findings(page: Page, options?: axeCore.RunOptions): Promise<readonly Finding[]> {
  return findingsIn(page.locator('html'), options);
}

/** Every violation in a part of a page. The script comes by the debugger, which the page's policy lets pass. */
async function findingsIn(part: Locator, options: axeCore.RunOptions = {}): Promise<readonly Finding[]> {
  await part.page().evaluate(AXE);
  return part.evaluate(async (element, run) => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore };
    // What passed is counted, not described, and no style sheet is fetched again: neither is looked at.
    const { violations, passes } = await axe.run(element, {
      resultTypes: ['violations'],
      preload: false,
      ...run,
    });
    if (passes.length < (run.runOnly ? 1 : 10))
      throw new Error(`axe-core saw too little: ${String(passes.length)} rules passed`);
    return violations.map(({ id, nodes }) => ({
      rule: id,
      nodes: nodes.map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary ?? ''}`),
    }));
  }, options);
}

/** Text of 7 to 1, as WCAG 2.2 (1.4.6) asks for enhanced contrast, for a reader who asked for it. */
async function expectEnhanced(page: Page): Promise<void> {
  await page.emulateMedia({ contrast: 'more' });
  await page.locator('corr2d-task-list').waitFor();
  expect(await findings(page, { runOnly: ['color-contrast', 'color-contrast-enhanced'] })).toEqual([]);
}

describe.each(LOOKS)('in %s, in the %s theme', (language, theme) => {
  const visits = useVisits({ engine: 'CPU', language });
  const open = (scene: string) => visits.open({ flags: `scene=${scene}&theme=${theme}` });

  test('scene 1, with a message', async () => {
    const { page, words } = await open('correlation');
    await typeInto(gridOf(page, words.image), 0, 0, 'abc');
    await page.getByRole('alert').filter({ visible: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await expectEnhanced(page);
  });

  test('scene 1, padded and drawn on', async () => {
    const { page, words } = await open('correlation');
    await page.locator('[data-field=padding-top]').press('ArrowUp');
    await page.locator('corr2d-draw-switch button').nth(1).click();
    await expectGrid(gridOf(page, words.paintedImage), [
      [0, 0, 0],
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
    expect(await findings(page)).toEqual([]);
  });

  test('a figure alone, as another page shows it', async () => {
    const { page } = await visits.open({ flags: `embed=all&theme=${theme}` });
    expect(await findings(page)).toEqual([]);
  });

  test('scene 2, and the dialogs over it', async () => {
    const { page, words } = await open('edges');
    await page.getByText(words.zeroEverywhere).waitFor();
    expect(await findings(page)).toEqual([]);
    await lookAtDialogs(page, async (name) => {
      expect(await findingsIn(page.locator('dialog[open]')), name).toEqual([]);
    });
    await expectEnhanced(page);
  });

  test('scene 4, with many maps, the kernels open, and a layer that cannot be', async () => {
    const { page, words } = await open('receptive');
    await page.getByRole('button', { name: 'LeNet-5', exact: true }).first().click();
    await page.getByRole('grid', { name: /^7/ }).first().waitFor();
    await page.getByRole('button', { name: words.stack.kernels, exact: true }).first().click();
    const kernelRows = page
      .locator('corr2d-layer-card')
      .nth(3)
      .getByRole('textbox', { name: words.stack.rows });
    await kernelRows.fill('15');
    await kernelRows.press('Enter');
    await page.getByRole('alert').filter({ visible: true }).waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await findings(page)).toEqual([]);
    await expectEnhanced(page);
  });

  test('scene 3, after a run, with all its parts open', async () => {
    const { page, words } = await open('learning');
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('combobox', { name: words.speed, exact: true }).selectOption('fast');
    await page.getByRole('button', { name: words.run, exact: true }).click();
    await expectGrid(gridOf(page, words.learnedKernel), [[1.0307, -0.9488]]);
    expect(await findings(page)).toEqual([]);
    await expectEnhanced(page);
  });
});
