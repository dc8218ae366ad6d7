/**
 * Every scene in a language that is longer than English and looks like none: what stays plain English was never made
 * translatable, and nothing may be wider than the window.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { pseudoChunk } from '../harness/pseudo-locale.ts';
import { SCENES } from '../../src/state/address.ts';
import { lookAtDialogs } from './dialogs.ts';
import { expectFits } from './fitting.ts';
import { useVisits } from './visits.ts';

const XLIFF = readFileSync(new URL('../../src/ui/locales/xliff/zh-CN.xlf', import.meta.url), 'utf8');

/** Names and signs that are the same in every language. */
const NAMES = new Set(
  `corr2d WebGPU WebAssembly SIMD relaxed GPU CPU PyTorch NumPy MATLAB Octave JAX TensorFlow Python LaTeX MathML JSON SVG PNG GIF WebM SGD Adam Nesterov
  LeNet AlexNet VGG ResNet ReLU tanh Roberts Prewitt Sobel Scharr Gabor Otsu LeCun Bottou Bengio Haffner
  Hessian Ctrl Shift Home End PageUp PageDown Esc Enter Delete Tab Space epoch loss`.split(/\s+/),
);

/** Words of three letters or more in plain English, outside formulas, programs and what is marked as of a language. */
function plainWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const skipped = 'math, pre, code, textarea, [lang], script, style, dialog:not([open])';
    const texts: string[] = [];
    const visit = (root: ShadowRoot | Element): void => {
      for (const child of root.querySelectorAll('*')) {
        if (child.shadowRoot) visit(child.shadowRoot);
        if (child.closest(skipped)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
          texts.push(child.getAttribute(name) ?? '');
        for (const node of child.childNodes) if (node instanceof Text) texts.push(node.data);
      }
    };
    visit(document.body);
    return texts.flatMap((text) => text.match(/[A-Za-z][A-Za-z0-9]{2,}/g) ?? []);
  });
}

describe('in a pseudo-language', () => {
  const visits = useVisits({ engine: 'CPU', language: 'zh-CN' });

  async function openScene(scene: string): Promise<Page> {
    const profile = await visits.profile();
    await profile.route('**/zh-CN-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: pseudoChunk(await response.text(), XLIFF) });
    });
    const page = await profile.newPage();
    await page.goto(visits.address(`scene=${scene}`));
    await page.locator('corr2d-scene-lesson').waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    return page;
  }

  test.each(SCENES)('%s has nothing that is not translated, and fits every window', async (scene) => {
    const page = await openScene(scene);
    await expect.poll(() => page.locator('h1').textContent()).toContain('⟦');
    const words = await plainWords(page);
    expect([...new Set(words)].filter((word) => !NAMES.has(word))).toEqual([]);
    await expectFits(page);
    if (scene !== 'edges') return;
    await page.setViewportSize({ width: 360, height: 800 });
    await lookAtDialogs(page, async (name) => {
      const said = await plainWords(page);
      expect(
        [...new Set(said)].filter((word) => !NAMES.has(word)),
        name,
      ).toEqual([]);
      const wide = await page
        .locator('dialog[open]')
        .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      expect(wide, name).toBe(0);
    });
  });
});
