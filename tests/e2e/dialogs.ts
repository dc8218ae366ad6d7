/** Every dialog that opens over scene 2, by what opens it: selectors that are of no language. */
import type { Page } from 'playwright';

const OPENERS = {
  shortcuts: 'corr2d-shortcut-sheet button',
  documents: 'corr2d-documents-button button',
  sharing: 'corr2d-share-button button',
  glossary: 'corr2d-scene-lesson footer button',
  pictures: 'corr2d-edges-scene .pictures button',
} as const;

/** Opens one after another, all their parts unfolded, for `look`. */
export async function lookAtDialogs(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const [name, opener] of Object.entries(OPENERS)) {
    await page.locator(opener).first().click();
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    for (const summary of await dialog.locator('summary').all()) await summary.click();
    await look(name);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
}
