/** Figures in somebody's page by `<iframe>`, with the HTML that the page itself makes. */
import type { FrameLocator, Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { equalRows, expectGrid, gridOf, typeInto } from './grids.ts';
import { serveHostPage } from './host-page.ts';
import { DAMAGED_LINK, SHARED_LINK, SHARED_RESPONSE } from './links.ts';
import { dragMouse } from './painting.ts';
import { ENGLISH_WALK, useVisits, type Visit } from './visits.ts';

/** Opens the dialog, chooses, and takes the HTML that it shows. */
async function makeHtml({ page, words }: Visit, choose: () => Promise<void> = () => Promise.resolve()) {
  await page.getByRole('button', { name: words.share, exact: true }).click();
  await page.getByText(words.embed.opener, { exact: true }).click();
  const html = page.getByLabel(words.embed.html, { exact: true });
  await html.waitFor();
  await choose();
  return html.innerText();
}

async function heightIn(html: Locator): Promise<number> {
  return Number(/height="(\d+)"/.exec(await html.innerText())?.[1]);
}

/** How high the frame is beyond what stands in it: 0 when it fits. */
async function excess(host: Page, frame: FrameLocator): Promise<number> {
  const outer = await host.locator('iframe').evaluate((element) => element.clientHeight);
  const inner = await frame.locator('main').evaluate((element) => element.getBoundingClientRect().height);
  return outer - Math.ceil(inner);
}

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  async function openHost(html: string): Promise<{ host: Page; frame: FrameLocator }> {
    const host = await (await visits.profile()).newPage();
    await host.goto(await serveHostPage(html));
    return { host, frame: host.frameLocator('iframe') };
  }

  const frameOf = (flags: string) =>
    `<iframe src="${visits.address(flags)}" width="640" height="300"></iframe>`;

  test('what was painted stands in another page, in a frame as high as the figure', async () => {
    const visit = await visits.open({ flags: 'scene=edges' });
    const { page, words } = visit;
    await dragMouse(page, gridOf(page, words.paintedImage), [
      [0, 2],
      [5, 2],
    ]);
    const { host, frame } = await openHost(await makeHtml(visit));
    await expectGrid(gridOf(frame, words.response), equalRows(6, [0, 0, 1, 0, 0, -1, 0]));
    expect(await host.locator('iframe').getAttribute('title')).toBe(words.embed.frameTitle);
    expect(await frame.getByRole('banner').count()).toBe(0);
    await expect.poll(() => excess(host, frame)).toBe(0);
    await host.setViewportSize({ width: 400, height: 800 });
    await expect.poll(() => excess(host, frame)).toBe(0);
  });

  test('controls, language and theme are as chosen', async () => {
    const visit = await visits.open();
    const { page, words } = visit;
    const html = await makeHtml(visit, async () => {
      await page.getByRole('checkbox', { name: words.embed.undoControl, exact: true }).check();
      await page.getByRole('combobox', { name: words.embed.language, exact: true }).selectOption('zh-CN');
      await page
        .getByRole('dialog')
        .getByRole('combobox', { name: words.embed.theme, exact: true })
        .selectOption('dark');
      // Measured with what was chosen, where the default controls need 475 pixels.
      await expect.poll(() => heightIn(page.getByLabel(words.embed.html, { exact: true }))).not.toBe(475);
    });
    const { host, frame } = await openHost(html);
    await frame.getByRole('button', { name: '重新开始', exact: true }).waitFor();
    const root = frame.locator('html');
    expect(await root.getAttribute('lang')).toBe('zh-CN');
    expect(await root.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark');
    // In a column of 704 pixels the height in the HTML is the figure's.
    await host.setViewportSize({ width: 720, height: 800 });
    await expect.poll(() => excess(host, frame)).toBe(0);
    // But for the rounding of what it stands in.
    const height = await host.locator('iframe').evaluate((one) => one.clientHeight);
    expect(Math.abs(Number(/height="(\d+)"/.exec(html)?.[1]) - height)).toBeLessThanOrEqual(2);
  });

  test('the link inside opens what the visitor made of it in the playground', async () => {
    const { words } = visits;
    const { host, frame } = await openHost(frameOf(`embed=undo&${SHARED_LINK}`));
    await expectGrid(gridOf(frame, words.response), SHARED_RESPONSE);
    const link = frame.getByRole('link', { name: words.embed.openInPlayground, exact: true });
    const first = await link.getAttribute('href');
    await typeInto(gridOf(frame, words.image), 2, 2, '9');
    // The kernel 1, 1, 2, 3 on 0, 1, 3, 4, 6, 7 … with 9 for 8 in the corner: 3 more.
    const edited = [SHARED_RESPONSE[0] ?? [], [40, 50]];
    await expectGrid(gridOf(frame, words.response), edited);
    await expect.poll(() => link.getAttribute('href')).not.toBe(first);
    const [page] = await Promise.all([host.waitForEvent('popup'), link.click()]);
    await expectGrid(gridOf(page, words.response), edited);
    await page.getByRole('link', { name: words.scenes.edges, exact: true }).waitFor();
  });

  test('the visitor’s own work is neither shown nor touched', async () => {
    const profile = await visits.profile();
    const { page, words } = await visits.open({ profile });
    await typeInto(gridOf(page, words.image), 0, 0, '7');
    await expect.poll(() => page.url()).toContain('s=2.');
    const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
    const before = await kept();
    // The same origin: a frame of another would get a storage of its own.
    const figure = await profile.newPage();
    await figure.goto(visits.address('embed&lang=en&theme=dark'));
    await expectGrid(gridOf(figure, 'Response'), [
      [19, 25],
      [37, 43],
    ]);
    await typeInto(gridOf(figure, 'Image'), 2, 2, '99');
    const link = figure.getByRole('link', { name: 'Open in the playground', exact: true });
    await expect.poll(() => link.getAttribute('href')).toContain('s=2.');
    await figure.close();
    expect(await kept()).toBe(before);
  });

  test('a damaged link shows the example and says so', async () => {
    const { words } = visits;
    const { frame } = await openHost(frameOf(`embed&${DAMAGED_LINK}`));
    await frame.getByText(words.linkDamaged).waitFor();
    await expectGrid(gridOf(frame, words.response), [
      [19, 25],
      [37, 43],
    ]);
  });

  test('a page that asks late is told the height', async () => {
    const { host, frame } = await openHost(frameOf('embed'));
    await expectGrid(gridOf(frame, visits.words.response), [
      [19, 25],
      [37, 43],
    ]);
    const height = await host.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }: MessageEvent<unknown>) => {
            resolve(data);
          });
          document.querySelector('iframe')?.contentWindow?.postMessage('corr2d:height?', '*');
        }),
    );
    const inner = await frame.locator('main').evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toEqual({ type: 'corr2d:height', height: Math.ceil(inner) });
  });

  test('an address with the flag, pasted into the open page, shows the figure, and without it the page', async () => {
    // A reload breaks requests off, the browser's own for the icon among them: this page's network is not heard.
    const page = await visits.browser().newPage();
    const { words } = visits;
    await page.goto(visits.address(`lang=${words.language}`));
    const nav = page.getByRole('link', { name: words.scenes.edges, exact: true });
    await nav.waitFor();
    await page.evaluate((language) => {
      location.hash = `#embed&lang=${language}`;
    }, words.language);
    await page.getByRole('link', { name: words.embed.openInPlayground, exact: true }).waitFor();
    await page.evaluate((language) => {
      location.hash = `#scene=edges&lang=${language}`;
    }, words.language);
    await nav.waitFor();
    await page.close();
  });
});
