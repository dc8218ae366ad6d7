/** Every golden link, of each version, opened by the built page one after another: what is shown, and what the page then holds. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { SceneName } from '../../src/state/address.ts';
import type { NumberGrid, PlaygroundDocument } from '../../src/state/document.ts';
import { documentFromJson } from '../../src/state/document-json.ts';
import { GOLDEN_LINKS } from '../state/golden-document.ts';
import { expectGrid, gridOf } from './grids.ts';
import { ENGLISH_WALK, useVisits } from './visits.ts';

const article = GOLDEN_LINKS[0]?.document;
/** The article comes last, as a page that shows it already would have nothing to do. */
const links = [...GOLDEN_LINKS].reverse();

/** Where the link shows the most: the scene whose part is not as in the article. */
function sceneOf(document: PlaygroundDocument): SceneName {
  const scenes = ['receptive', 'learning', 'correlation', 'edges'] as const;
  return scenes.find((name) => !isSame(document[name], article?.[name])) ?? 'correlation';
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The work that the page keeps, as a document. */
async function heldBy(page: Page): Promise<PlaygroundDocument | null> {
  const json = await page.evaluate(() => localStorage.getItem('corr2d:work:1'));
  return json === null ? null : documentFromJson(json);
}

const rowsOf = ({ columns, values }: NumberGrid): readonly (readonly number[])[] =>
  values.flatMap((_, index) => (index % columns === 0 ? [values.slice(index, index + columns)] : []));

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  test('all of them', async () => {
    const { page, words } = await visits.open();
    for (const { name, link, document } of links) {
      const scene = sceneOf(document);
      await page.goto(visits.address(`scene=${scene}&s=${link}`));
      await expect.poll(() => heldBy(page), { timeout: 5000, message: name }).toEqual(document);
      await page.getByRole('heading', { level: 1, name: words.headings[scene] }).waitFor();
      if (scene !== 'correlation' && scene !== 'edges') continue;
      const kernel = document[scene].kernel;
      await expectGrid(gridOf(page, words.kernel), rowsOf(kernel));
    }
  }, 60_000);
});
