/** The dialog that shares, from its button on: what it says, hands on, and where the focus goes. */
import { expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import '../../../src/ui/share/share-dialog.ts';
import '../../../src/ui/shell/share-button.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';

const SHOWN = { scene: 'edges', document: DEFAULT_DOCUMENT } as const;
const LINK = 'https://example.org/any/#scene=edges';

const mountDialog = (copied: boolean | null = null) =>
  mount('corr2d-share-dialog', { shown: SHOWN, link: LINK, copied });

const toldBy = (dialog: Element) => part(dialog, '[role=status]').textContent.trim();

/** Puts a system's share sheet into the browser, which has none here, and tells what it is given. */
function withShareSheet(): unknown[] {
  const given: unknown[] = [];
  const share = (data: unknown): Promise<void> => {
    given.push(data);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, 'share', { configurable: true, value: share });
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'share');
  });
  return given;
}

test('says what the link leads to, and that it was copied', async () => {
  const dialog = await mountDialog();
  expect(part(dialog, '.what').textContent).toBe('6×8 image ⋆ [1, −1]');
  expect((part(dialog, 'input') as HTMLInputElement).value).toBe(LINK);
  expect(toldBy(dialog)).toBe('');
  dialog.copied = true;
  await expect.poll(() => toldBy(dialog)).toBe('Link copied');
  expect(focused(dialog)?.textContent.trim()).toBe('Copy link');
});

test('a link that was not copied is selected', async () => {
  const dialog = await mountDialog(false);
  await expect.poll(() => toldBy(dialog)).toMatch(/^The browser did not allow copying/);
  const field = part(dialog, 'input') as HTMLInputElement;
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, LINK.length]);
});

test('the system’s share sheet gets the link and its title, where there is one', async () => {
  const without = await mountDialog();
  const names = (dialog: Element) =>
    [...(dialog.shadowRoot?.querySelectorAll('.link button') ?? [])].map((one) => one.textContent.trim());
  expect(names(without)).toEqual(['Copy link']);
  without.remove();
  const given = withShareSheet();
  const dialog = await mountDialog();
  expect(names(dialog)).toEqual(['Copy link', 'Share with an app…']);
  await userEvent.click(part(dialog, '.link button:last-child'));
  expect(given).toEqual([{ title: '6×8 image ⋆ [1, −1] · corr2d playground', url: LINK }]);
});

test('the code is drawn for a short link, and a long one says why not', async () => {
  const dialog = await mountDialog();
  const code = part(dialog, 'corr2d-qr-code');
  await expect
    .poll(() => code.shadowRoot?.querySelector('[role=img] path')?.getAttribute('d'))
    .toMatch(/^M0 0h1/);
  dialog.link = `${LINK}&s=1.${'a'.repeat(1000)}`;
  await expect.poll(() => code.shadowRoot?.textContent).toMatch(/This link has 1041 characters/);
});

test('the HTML is made when it is first looked at, with the title of what was made', async () => {
  const dialog = await mountDialog();
  expect(dialog.shadowRoot?.querySelector('corr2d-embed-code')).toBeNull();
  await userEvent.click(part(dialog, 'summary'));
  await expect
    .poll(() => dialog.shadowRoot?.querySelector('corr2d-embed-code')?.shadowRoot?.textContent)
    .toContain('title="6×8 image ⋆ [1, −1] · corr2d playground"');
});

test('Escape closes it, and the focus goes back to its button', async () => {
  const button = await mount('corr2d-share-button', {
    makeLink: () => Promise.resolve(LINK),
    present: () => SHOWN,
  });
  await userEvent.click(part(button, 'button'));
  await expect.poll(() => button.shadowRoot?.querySelector('corr2d-share-dialog')?.link).toBe(LINK);
  const dialog = part(button, 'corr2d-share-dialog');
  const closed = detailsOf(dialog, 'share-closed');
  await expect.poll(() => toldBy(dialog)).not.toBe('');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => closed).toEqual([null]);
  await expect.poll(() => button.shadowRoot?.querySelector('corr2d-share-dialog')).toBeNull();
  expect(focused(button)).toBe(part(button, 'button'));
});
