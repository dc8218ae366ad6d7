/** The badge says what computes and why; the reader may force either engine, and a lost GPU is told once. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { equalRows, expectGrid, gridOf, typeInto } from './grids.ts';
import { useVisits } from './visits.ts';
import type { Words } from './words.ts';

const badge = (page: Page, words: Words, name: string) =>
  page.getByRole('button', { name: words.engine(name), exact: true });
const EXAMPLE = [
  [19, 25],
  [37, 43],
];

describe.each(['en', 'zh-CN'] as const)('with WebGPU in %s', (language) => {
  const visits = useVisits({ engine: 'WebGPU', language });

  test('the badge names WebGPU and the adapter, and the CPU can be forced', async () => {
    const { page, words } = await visits.open();
    await expectGrid(gridOf(page, words.response), EXAMPLE);
    await badge(page, words, 'WebGPU').click();
    await page.getByText(words.computesOnGpu, { exact: true }).waitFor();
    await page.getByText(/swiftshader/i).waitFor();
    // Four windows of four cells; scene 2 has 42 windows of two.
    await page.getByText(words.callCost('16')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: words.scenes.edges, exact: true }).click();
    await badge(page, words, 'WebGPU').click();
    await page.getByText(words.callCost('84')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: words.scenes.correlation, exact: true }).click();
    await badge(page, words, 'WebGPU').click();

    await page.getByRole('radio', { name: 'CPU', exact: true }).check();
    await badge(page, words, 'CPU').waitFor();
    await page.getByText(words.computesOnCpuAsChosen, { exact: true }).waitFor();
    expect(await page.getByText(words.callCost('16')).count()).toBe(0);
    await expectGrid(gridOf(page, words.response), EXAMPLE);
    await typeInto(gridOf(page, words.image), 0, 0, '10');
    await typeInto(gridOf(page, words.kernel), 0, 0, '1');
    await expectGrid(gridOf(page, words.response), [
      [29, 26],
      [40, 47],
    ]);
  });
});

describe.each(['en', 'zh-CN'] as const)('without WebGPU in %s', (language) => {
  const visits = useVisits({ engine: 'CPU', language });

  test('the badge says CPU and why', async () => {
    const { page, words } = await visits.open();
    await badge(page, words, 'CPU').click();
    await page.getByText(words.noAdapter, { exact: true }).waitFor();
  });
});

describe('when the GPU process crashes', () => {
  const visits = useVisits({ engine: 'WebGPU', language: 'en' }, { own: true });

  test('the page goes on and tells it once', async () => {
    const { page, words } = await visits.open({ flags: 'scene=edges' });
    await expectGrid(gridOf(page, words.response), equalRows(6, [0, 1, 0, 0, 0, -1, 0]));
    const session = await visits.browser().newBrowserCDPSession();
    // The process that would answer is the one that crashes.
    session.send('Browser.crashGpuProcess').catch(() => undefined);
    await page.getByRole('button', { name: words.invert, exact: true }).click();
    await page.getByText(words.lostOnce, { exact: true }).waitFor();
    await expectGrid(gridOf(page, words.response), equalRows(6, [0, -1, 0, 0, 0, 1, 0]));
    expect(await page.getByText(words.lostOnce, { exact: true }).count()).toBe(1);
  });
});
