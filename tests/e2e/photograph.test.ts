/** A reader's own photograph becomes the image, under the page's policy, and the link keeps it as cells. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { equalRows, expectGrid, gridOf } from './grids.ts';
import { ENGLISH_WALK, useVisits } from './visits.ts';

/** A JPEG of two greys, side by side; what is dark is to the left. */
async function photograph(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 320;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#404850';
    context.fillRect(0, 0, 320, 320);
    context.fillStyle = '#c0c8b0';
    context.fillRect(320, 0, 320, 320);
    return canvas.toDataURL('image/jpeg');
  });
  return Buffer.from(address.replace(/^.*,/, ''), 'base64');
}

describe.each(ENGLISH_WALK)('in $language', (walk) => {
  const visits = useVisits(walk);

  test('it is opened, made cells, undone and kept by the address', async () => {
    const { page, words } = await visits.open({ flags: 'scene=edges' });
    await page.locator('corr2d-picture-tools details').nth(1).locator('summary').click();
    const tool = page.locator('corr2d-photograph-tool');
    const buffer = await photograph(page);
    await tool.locator('input[type=file]').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer });
    await tool.locator('select').first().selectOption('8');
    await tool.locator('button.primary').click();
    const cells = equalRows(4, [0, 0, 0, 0, 1, 1, 1, 1]);
    await expectGrid(gridOf(page, words.paintedImage), cells);
    await expectGrid(gridOf(page, words.response), equalRows(4, [0, 0, 0, -1, 0, 0, 0]));
    await expect.poll(() => page.url()).toContain('s=2.');
    await page.reload();
    await expectGrid(gridOf(page, words.paintedImage), cells);
  });

  test('a file that is none is named, and the image stays', async () => {
    const { page, words } = await visits.open({ flags: 'scene=edges' });
    await page.locator('corr2d-picture-tools details').nth(1).locator('summary').click();
    const tool = page.locator('corr2d-photograph-tool');
    await tool
      .locator('input[type=file]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('1, 2, 3') });
    await expect.poll(() => tool.getByRole('alert').textContent()).toContain('notes.txt');
    await expectGrid(gridOf(page, words.paintedImage), equalRows(6, [1, 1, 0, 0, 0, 0, 1, 1]));
  });
});
