/** The library build in somebody's page, on another origin, beside frames. */
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { expectGrid, gridOf, typeInto } from './grids.ts';
import { serveHostPage } from './host-page.ts';
import { SHARED_LINK, SHARED_RESPONSE } from './links.ts';
import { ENGLISH_WALK, useVisits } from './visits.ts';

const EXAMPLE = [
  [19, 25],
  [37, 43],
];

/** What a hostile or old page may do to what stands in it. */
const HOST_STYLE = `<style>
  html { font-size: 10px }
  body { font: italic 30px/3 fantasy; letter-spacing: 1em; text-transform: uppercase; text-align: right; color: lime }
  * { box-sizing: content-box; margin: 0; padding: 0; border: 0 solid }
  * { color: red; font-size: 30px; letter-spacing: 3px; text-align: right }
  button, h1, section, p { margin: 5em; color: lime; background: lime; display: inline }
</style>`;

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  /** A page of another origin with these elements, by the module that the build made. */
  async function openHost(body: string): Promise<Page> {
    const module = new URL('element/corr2d-figure.js', visits.address()).href;
    const html = `<script type="module" src="${module}"></script>${HOST_STYLE}${body}`;
    const host = await (await visits.profile()).newPage();
    await host.goto(await serveHostPage(html, walk.language));
    return host;
  }

  const figure = (attributes: string) => `<corr2d-figure loading="eager" ${attributes}></corr2d-figure>`;
  const figures = (host: Page): Locator => host.locator('corr2d-figure');

  test('two elements and two frames live beside one another', async () => {
    const frame = (flags: string) =>
      `<iframe src="${visits.address(`embed&${flags}`)}" width="700"></iframe>`;
    const host = await openHost(
      figure('id="one"') + figure(`src="#${SHARED_LINK}"`) + frame(SHARED_LINK) + frame('lang=en'),
    );
    const { words } = visits;
    const [one, other] = [figures(host).nth(0), figures(host).nth(1)];
    const frames = (at: number) => host.locator('iframe').nth(at).contentFrame();
    await expectGrid(gridOf(one, words.response), EXAMPLE);
    await expectGrid(gridOf(other, words.response), SHARED_RESPONSE);
    await expectGrid(gridOf(frames(0), words.response), SHARED_RESPONSE);
    await expectGrid(gridOf(frames(1), 'Response'), EXAMPLE);

    await typeInto(gridOf(one, words.image), 2, 2, '10');
    // 10 for 8 in the corner, under the kernel's 3.
    await expectGrid(gridOf(one, words.response), [
      [19, 25],
      [37, 49],
    ]);
    await expectGrid(gridOf(other, words.response), SHARED_RESPONSE);
    await expectGrid(gridOf(frames(1), 'Response'), EXAMPLE);
  });

  test('each engine computes in a worker, though its script is of another origin', async () => {
    const host = await openHost(figure('controls="engine"'));
    await expectGrid(gridOf(figures(host), visits.words.response), EXAMPLE);
    // The browser tells of a worker when it has started, and small responses need not wait for it.
    await expect
      .poll(() => host.workers().map((worker) => worker.url()))
      .toContainEqual(expect.stringMatching(/^blob:/));
  });

  test('the page around reaches in by no style, and the figure adds none to it', async () => {
    const host = await openHost(`<p id="own">own</p>${figure('controls="all"')}`);
    await expectGrid(gridOf(figures(host), visits.words.response), EXAMPLE);
    const looks = await host.evaluate(() => {
      const root = document.querySelector('corr2d-figure');
      const frame = root?.shadowRoot?.querySelector('.frame');
      const bar = frame?.querySelector('corr2d-figure-bar');
      const button = bar?.shadowRoot?.querySelector('button:last-of-type');
      if (!root || !frame || !bar || !button) throw new Error('there is no figure');
      const own = document.querySelector('#own');
      const look = getComputedStyle(button);
      const { color, fontSize, letterSpacing, textAlign } = getComputedStyle(frame);
      return {
        figure: [color, fontSize, letterSpacing, textAlign],
        gap: bar.getBoundingClientRect().left - root.getBoundingClientRect().left,
        lettering: [look.letterSpacing, look.textTransform, look.fontStyle, look.textAlign],
        height: button.getBoundingClientRect().height,
        own: own && getComputedStyle(own).color,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      };
    });
    expect(looks).toEqual({
      figure: ['rgb(28, 30, 34)', '15px', 'normal', 'start'],
      // Its padding and its border.
      gap: 17,
      lettering: ['normal', 'none', 'normal', 'center'],
      height: 36,
      own: 'rgb(0, 255, 0)',
      sheets: 1,
    });
  });

  test('every scene opens, and every attribute counts', async () => {
    const scenes = ['correlation', 'edges', 'learning', 'receptive'] as const;
    const host = await openHost(
      scenes.map((scene) => figure(`scene="${scene}" controls="text" theme="dark"`)).join(''),
    );
    for (const scene of scenes)
      await host.getByRole('heading', { level: 1, name: visits.words.headings[scene] }).waitFor();
    const colors = await figures(host).evaluateAll((all) =>
      all.map((one) => {
        const frame = one.shadowRoot?.querySelector('.frame');
        return frame && getComputedStyle(frame).backgroundColor;
      }),
    );
    expect(new Set(colors)).toEqual(new Set(['rgb(21, 23, 26)']));
  });

  test('the link leads to the playground beside the module', async () => {
    const host = await openHost(figure(`scene="edges" src="#${SHARED_LINK}"`));
    const { words } = visits;
    const link = host.getByRole('link', { name: words.embed.openInPlayground, exact: true });
    const [page] = await Promise.all([host.waitForEvent('popup'), link.click()]);
    await page.getByRole('heading', { level: 1, name: words.headings.edges }).waitFor();
    await page.getByRole('link', { name: words.scenes.correlation, exact: true }).click();
    await expectGrid(gridOf(page, words.response), SHARED_RESPONSE);
  });

  test('a figure far below starts when it comes near', async () => {
    const host = await openHost('<div style="height: 5000px"></div><corr2d-figure></corr2d-figure>');
    await host.waitForLoadState('networkidle');
    const grid = gridOf(host, visits.words.response);
    expect(await grid.count()).toBe(0);
    await figures(host).scrollIntoViewIfNeeded();
    await expectGrid(grid, EXAMPLE);
  });

  test('the demonstration shows its elements and its frames', async () => {
    const page = await (await visits.profile()).newPage();
    await page.goto(new URL('embed-demo.html', visits.address()).href);
    await expectGrid(gridOf(page, '输出'), EXAMPLE);
    for (const frame of [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')]) {
      await frame.owner().scrollIntoViewIfNeeded();
      await frame.getByRole('link', { name: 'Open in the playground', exact: true }).waitFor();
    }
    const fits = () =>
      page.locator('iframe').evaluateAll((frames) =>
        frames.map((frame) => {
          const { contentDocument } = frame as HTMLIFrameElement;
          return frame.clientHeight - Math.ceil(contentDocument?.documentElement.scrollHeight ?? 0);
        }),
      );
    await expect.poll(fits).toEqual([0, 0]);
  });
});
