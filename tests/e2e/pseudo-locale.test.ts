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
import { plainWords } from './plain-words.ts';
import { useVisits } from './visits.ts';

const XLIFF = readFileSync(new URL('../../src/ui/locales/xliff/zh-CN.xlf', import.meta.url), 'utf8');

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
    expect(await plainWords(page)).toEqual([]);
    await expectFits(page);
    if (scene !== 'edges') return;
    await page.setViewportSize({ width: 360, height: 800 });
    await lookAtDialogs(page, async (name) => {
      expect(await plainWords(page), name).toEqual([]);
      const wide = await page
        .locator('dialog[open]')
        .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      expect(wide, name).toBe(0);
    });
  });
});
