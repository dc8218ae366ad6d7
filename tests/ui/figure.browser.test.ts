/** Figures in one page: each with its own document, theme and controls; nothing is left in the browser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { parseAddress, SCENES, type Address } from '../../src/state/address.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import '../../src/ui/figure.ts';
import type { FigureElement } from '../../src/ui/figure.ts';
import { arbitraryDocument } from '../state/arbitrary-document.ts';
import { GOLDEN_LINKS } from '../state/golden-document.ts';
import { mount, part } from './mount.ts';

const PLAYGROUND = 'https://example.org/any/';

/** A figure that shows its scene. */
async function mountFigure(properties: Partial<FigureElement> = {}): Promise<FigureElement> {
  const figure = await mount('corr2d-figure', {
    engine: 'cpu',
    lang: 'en',
    playground: PLAYGROUND,
    loading: 'eager',
    ...properties,
  });
  await shown(figure);
  return figure;
}

const sceneOf = (figure: Element): Element => part(figure, 'section > :not(corr2d-notice-list)');
const shown = (figure: Element) =>
  expect.poll(() => sceneOf(figure).shadowRoot?.childElementCount, { timeout: 10_000 }).toBeGreaterThan(0);
const figureOf = (figure: Element): Element => part(sceneOf(figure), 'corr2d-correlation-figure');
const gridOf = (figure: Element, name: string): Element =>
  part(figureOf(figure), `corr2d-number-grid[name=${name}]`);

const responseOf = (figure: Element): string =>
  [...(gridOf(figure, 'response').shadowRoot?.querySelectorAll('[role=gridcell]') ?? [])]
    .map((cell) => cell.textContent.trim())
    .join(' ');

async function typeCorner(figure: Element, text: string): Promise<void> {
  await userEvent.fill(part(gridOf(figure, 'image'), '[role=gridcell] input'), text);
}

const visible = (root: Element, selector: string): boolean =>
  root.shadowRoot?.querySelector(selector)?.checkVisibility() ?? false;

describe('two figures', () => {
  test('have documents of their own', async () => {
    const [one, other] = [await mountFigure(), await mountFigure()];
    await expect.poll(() => responseOf(one)).toBe('19 25 37 43');
    await typeCorner(one, '10');
    await userEvent.fill(part(gridOf(one, 'kernel'), '[role=gridcell] input'), '1');
    // Each element gains the image cell under the kernel's corner: 10, 1, 3, 4.
    await expect.poll(() => responseOf(one)).toBe('29 26 40 47');
    expect(responseOf(other)).toBe('19 25 37 43');
  });

  test('have themes of their own', async () => {
    const [light, dark] = [await mountFigure({ theme: 'light' }), await mountFigure({ theme: 'dark' })];
    const backgroundOf = (figure: Element): string =>
      getComputedStyle(part(figure, '.frame')).backgroundColor;
    expect(backgroundOf(light)).toBe('rgb(252, 252, 250)');
    expect(backgroundOf(dark)).toBe('rgb(21, 23, 26)');
    light.theme = 'dark';
    await expect.poll(() => backgroundOf(light)).toBe('rgb(21, 23, 26)');
  });
});

test('two figures speak one language, that of the first in the page', async () => {
  const [first, other] = [await mountFigure({ lang: 'en' }), await mountFigure({ lang: 'zh-CN' })];
  const languages = () =>
    [first, other].map((figure) => [part(figure, 'section').lang, part(figure, 'section').ariaLabel]);
  await expect.poll(languages).toEqual([
    ['en', 'Correlation'],
    ['en', 'Correlation'],
  ]);
  first.lang = 'zh-CN';
  await expect.poll(languages).toEqual([
    ['zh-CN', '互相关'],
    ['zh-CN', '互相关'],
  ]);
  first.lang = 'en';
  await expect.poll(() => languages()[1]).toEqual(['en', 'Correlation']);
});

const geometryOf = (scene: Element): Element | null => scene.shadowRoot?.querySelector('.geometry') ?? null;

describe('controls', () => {
  test('by default are the player and the sum', async () => {
    const scene = sceneOf(await mountFigure());
    await expect.poll(() => visible(scene, 'corr2d-sum-list'), { timeout: 10_000 }).toBe(true);
    expect(visible(scene, 'corr2d-window-player')).toBe(true);
    expect(visible(scene, 'corr2d-sum-list')).toBe(true);
    for (const selector of [
      'h1',
      '.lead',
      'corr2d-response-colors',
      '.columns',
      '.geometry',
      '.workbench > button',
    ])
      expect(visible(scene, selector), selector).toBe(false);
  });

  test('that are shown later are fetched then', async () => {
    const figure = await mountFigure();
    const scene = sceneOf(figure);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(geometryOf(scene)).toBeNull();
    figure.controls = 'tools';
    await expect.poll(() => visible(scene, '.geometry'), { timeout: 10_000 }).toBe(true);
  });

  test('of scene 3 are the run and its charts', async () => {
    const scene = sceneOf(await mountFigure({ scene: 'learning' }));
    for (const selector of ['corr2d-run-controls', 'corr2d-run-report'])
      expect(visible(scene, selector), selector).toBe(true);
    for (const selector of ['h1', '.card', 'corr2d-setup-parts'])
      expect(visible(scene, selector), selector).toBe(false);
  });

  test('are left out altogether', async () => {
    const figure = await mountFigure({ controls: 'none' });
    const scene = sceneOf(figure);
    expect(visible(scene, 'corr2d-correlation-figure')).toBe(true);
    for (const selector of ['corr2d-window-player', 'corr2d-sum-list', 'corr2d-correlation-formula'])
      expect(visible(scene, selector), selector).toBe(false);
    expect(part(figure, 'corr2d-figure-bar').shadowRoot?.querySelector('button')).toBeNull();
  });

  test('are shown altogether', async () => {
    const scene = sceneOf(await mountFigure({ controls: 'all' }));
    for (const selector of ['h1', 'corr2d-response-colors', '.columns', '.geometry'])
      await expect.poll(() => visible(scene, selector), { message: selector, timeout: 10_000 }).toBe(true);
  });
});

test('what was done is taken back, by key and by button, to what the figure began with', async () => {
  const figure = await mountFigure({ controls: 'undo' });
  const bar = part(figure, 'corr2d-figure-bar');
  await typeCorner(figure, '10');
  await userEvent.fill(part(gridOf(figure, 'kernel'), '[role=gridcell] input'), '1');
  await expect.poll(() => responseOf(figure)).toBe('29 26 40 47');
  await userEvent.click(part(bar, 'button:last-of-type'));
  await expect.poll(() => responseOf(figure)).toBe('19 25 37 43');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => responseOf(figure)).toBe('29 26 40 47');
});

test('the link leads to what is shown', async () => {
  const figure = await mountFigure({ scene: 'edges' });
  const bar = part(figure, 'corr2d-figure-bar');
  await expect.poll(() => part(bar, 'a').getAttribute('href')).toBe(`${PLAYGROUND}#scene=edges`);
});

/** In scenes 3 and 4 with what computes soon there: any stack of the largest layers would keep the engine busy for a minute. */
const anyShown = fc
  .record({
    document: arbitraryDocument,
    scene: fc.constantFrom(...SCENES),
    golden: fc.constantFrom(...GOLDEN_LINKS),
  })
  .map(
    ({
      document,
      scene,
      golden: {
        document: { edges, learning, receptive },
      },
    }) => {
      const isSoon = scene === 'correlation' || scene === 'edges';
      return { scene, document: isSoon ? document : { ...document, edges, learning, receptive } };
    },
  );

test('any document comes back from a figure as it went in', async () => {
  const figure = await mountFigure({ controls: 'none' });
  const bar = part(figure, 'corr2d-figure-bar');
  await fc.assert(
    fc.asyncProperty(anyShown, async ({ document, scene }) => {
      const link = await encodeLink(document);
      figure.scene = scene;
      figure.src = `#s=${link}`;
      const flags = (): Address => parseAddress(new URL(part(bar, 'a').getAttribute('href') ?? '').hash);
      await expect.poll(() => flags().get('s'), { interval: 20, timeout: 10_000 }).toBe(link);
      expect(await decodeLink(flags().get('s') ?? '')).toEqual(document);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 30_000);

test('an edited figure keeps its document when it is moved, and when it is taken out and put back', async () => {
  const figure = await mountFigure();
  await typeCorner(figure, '10');
  await userEvent.fill(part(gridOf(figure, 'kernel'), '[role=gridcell] input'), '1');
  await expect.poll(() => responseOf(figure)).toBe('29 26 40 47');
  document.body.append(figure);
  await expect.poll(() => responseOf(figure)).toBe('29 26 40 47');
  figure.remove();
  await new Promise((resolve) => setTimeout(resolve, 10));
  document.body.append(figure);
  await shown(figure);
  await expect.poll(() => responseOf(figure)).toBe('29 26 40 47');
});

test('a damaged link shows the example and says so', async () => {
  const figure = await mountFigure({ src: '#s=1.AAAA' });
  await expect.poll(() => responseOf(figure)).toBe('19 25 37 43');
  await expect
    .poll(() =>
      figure.shadowRoot
        ?.querySelector('corr2d-notice-list')
        ?.shadowRoot?.querySelector('p')
        ?.textContent.trim(),
    )
    .toMatch(/^This link is damaged/);
});

test('another address is opened in place, and a damaged one changes nothing', async () => {
  const figure = await mountFigure();
  await typeCorner(figure, '10');
  figure.src = 'https://example.org/any/#scene=edges';
  await expect.poll(() => sceneOf(figure).localName, { timeout: 10_000 }).toBe('corr2d-edges-scene');
  figure.src = '#s=2.AAAA';
  await expect.poll(() => figure.shadowRoot?.querySelector('corr2d-notice-list')).toBeTruthy();
  await expect.poll(() => sceneOf(figure).localName, { timeout: 10_000 }).toBe('corr2d-correlation-scene');
});

test('nothing is left in the browser, nor in the page around', async () => {
  const before = { keys: Object.keys(localStorage), title: document.title, url: location.href };
  const figure = await mountFigure();
  await typeCorner(figure, '10');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect({ keys: Object.keys(localStorage), title: document.title, url: location.href }).toEqual(before);
  expect(document.documentElement.lang).not.toBe('zh-CN');
});
