import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import type { ShownDocument } from '../../../src/state/document-file.ts';
import type { KeptText } from '../../../src/state/gallery.ts';
import { documentDatabase } from '../../../src/ui/documents/document-database.ts';
import { createGallery, type DocumentsSheetElement } from '../../../src/ui/documents/documents-sheet.ts';
import '../../../src/ui/shell/documents-button.ts';
import { detailsOf, focused, mount, part } from '../mount.ts';

const PRESENT: ShownDocument = {
  scene: 'edges',
  document: { ...DEFAULT_DOCUMENT, learning: { ...DEFAULT_DOCUMENT.learning, rate: 0.0125 } },
};
const TEXT: KeptText = { id: 'a', name: 'first', keptMs: 1, file: 'text' };
const database = documentDatabase();

beforeEach(async () => {
  for (const { id } of await database.all()) await database.remove(id);
});

const open = (): Promise<DocumentsSheetElement> =>
  mount('corr2d-documents-sheet', { present: PRESENT, gallery: createGallery(() => undefined) });
const button = (element: Element, word: string): HTMLButtonElement => {
  const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent.trim() === word,
  );
  if (!found) throw new Error(`no button ${word}`);
  return found;
};
const cards = (sheet: Element): Element[] => [
  ...(sheet.shadowRoot?.querySelectorAll('corr2d-document-card') ?? []),
];
const names = (sheet: Element): string[] =>
  cards(sheet).map((card) => card.shadowRoot?.querySelector('input')?.value ?? '');
const firstCard = (sheet: Element): Element => part(sheet, 'corr2d-document-card');
const dialogText = (sheet: Element): string => part(sheet, 'dialog').textContent;

test('the database keeps, replaces and removes', async () => {
  await database.put(TEXT);
  await database.put({ ...TEXT, id: 'b' });
  await database.put({ ...TEXT, name: 'renamed' });
  expect(await documentDatabase().all()).toEqual([
    { ...TEXT, name: 'renamed' },
    { ...TEXT, id: 'b' },
  ]);
  await database.remove('b');
  await database.remove('b');
  expect(await database.all()).toEqual([{ ...TEXT, name: 'renamed' }]);
});

describe('the sheet', () => {
  test('keeps what is on the page, and gives it back after all was closed', async () => {
    const sheet = await open();
    await expect.poll(() => dialogText(sheet)).toContain('Nothing is kept yet.');
    button(sheet, 'Keep what is on the page').click();
    button(sheet, 'Keep what is on the page').click();
    await expect.poll(() => names(sheet)).toEqual(['Edges 2', 'Edges']);
    await expect.poll(async () => (await database.all()).length).toBe(2);
    button(sheet, 'Close').click();

    const later = await open();
    await expect.poll(() => names(later)).toEqual(['Edges 2', 'Edges']);
    const taken = detailsOf(later, 'document-taken');
    const closed = detailsOf(later, 'documents-closed');
    button(firstCard(later), 'Open').click();
    expect(taken).toEqual([{ shown: PRESENT, name: 'Edges 2' }]);
    await expect.poll(() => closed.length).toBe(1);
  });

  test('renames by typing, duplicates, deletes, and takes the deletion back', async () => {
    const sheet = await open();
    await expect.poll(() => dialogText(sheet)).toContain('Nothing is kept yet.');
    button(sheet, 'Keep what is on the page').click();
    await expect.poll(() => names(sheet)).toEqual(['Edges']);
    const field = part(firstCard(sheet), 'input') as HTMLInputElement;
    field.value = 'two bars';
    field.dispatchEvent(new Event('change'));
    await expect.poll(async () => (await database.all()).map(({ name }) => name)).toEqual(['two bars']);
    button(firstCard(sheet), 'Duplicate').click();
    await expect.poll(() => names(sheet)).toEqual(['Copy of two bars', 'two bars']);
    button(firstCard(sheet), 'Delete').click();
    await expect.poll(() => names(sheet)).toEqual(['two bars']);
    await expect.poll(() => dialogText(sheet)).toContain('“Copy of two bars” was deleted.');
    expect(focused(sheet)).toBe(button(sheet, 'Undo'));
    button(sheet, 'Undo').click();
    await expect.poll(() => names(sheet)).toEqual(['Copy of two bars', 'two bars']);
    await expect.poll(() => focused(sheet)).toBe(firstCard(sheet));
    await expect.poll(async () => (await database.all()).length).toBe(2);
  });

  test('an emptied name comes back', async () => {
    await database.put({ ...TEXT });
    const sheet = await open();
    await expect.poll(() => names(sheet)).toEqual(['first']);
    const field = part(firstCard(sheet), 'input') as HTMLInputElement;
    field.value = ' ';
    field.dispatchEvent(new Event('change'));
    expect(field.value).toBe('first');
    expect(firstCard(sheet).shadowRoot?.textContent).toContain('cannot be read here');
  });
});

describe('a visit without storage', () => {
  /** The browser's database refuses from now on, as in a profile that keeps nothing. */
  const block = (): void => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
  };
  const sheetOf = async (opener: Element): Promise<Element> => {
    part(opener, 'button').click();
    await expect
      .poll(() => opener.shadowRoot?.querySelector('corr2d-documents-sheet') ?? null)
      .not.toBeNull();
    const sheet = part(opener, 'corr2d-documents-sheet');
    await expect.poll(() => sheet.shadowRoot?.querySelector('.hint, [role=alert]') ?? null).not.toBeNull();
    return sheet;
  };
  const openButton = () => mount('corr2d-documents-button', { present: () => PRESENT });
  const closed = async (opener: Element): Promise<void> => {
    button(part(opener, 'corr2d-documents-sheet'), 'Close').click();
    await expect.poll(() => opener.shadowRoot?.querySelector('corr2d-documents-sheet')).toBeNull();
  };
  const alerts = (sheet: Element): number => sheet.shadowRoot?.querySelectorAll('[role=alert]').length ?? 0;

  test('keeps documents and deletions from opening to opening, and is told of once', async () => {
    block();
    const opener = await openButton();
    const first = await sheetOf(opener);
    for (let count = 0; count < 2; count++) button(first, 'Keep what is on the page').click();
    await expect.poll(() => names(first)).toEqual(['Edges 2', 'Edges']);
    await expect.poll(() => alerts(first)).toBe(1);
    expect(part(first, '[role=alert]').textContent).toContain('This browser keeps nothing for the page now');
    button(firstCard(first), 'Delete').click();
    await expect.poll(() => names(first)).toEqual(['Edges']);
    await closed(opener);

    const again = await sheetOf(opener);
    await expect.poll(() => names(again)).toEqual(['Edges']);
    expect(alerts(again)).toBe(0);
    expect(dialogText(again)).toContain('This browser keeps nothing for the page now');
    button(again, 'Undo').click();
    await expect.poll(() => names(again)).toEqual(['Edges 2', 'Edges']);
    await closed(opener);
  });

  test('is not told of again where the page has told', async () => {
    block();
    const opener = await openButton();
    opener.addEventListener('storage-failed', (event) => {
      event.preventDefault();
    });
    const sheet = await sheetOf(opener);
    expect(dialogText(sheet)).toContain('This browser keeps nothing for the page now');
    expect(alerts(sheet)).toBe(0);
    await closed(opener);
  });
});
