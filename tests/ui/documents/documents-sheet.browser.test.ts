import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import type { ShownDocument } from '../../../src/state/document-file.ts';
import type { KeptText, Shelf } from '../../../src/state/gallery.ts';
import { documentDatabase } from '../../../src/ui/documents/document-database.ts';
import '../../../src/ui/documents/documents-sheet.ts';
import type { DocumentsSheetElement } from '../../../src/ui/documents/documents-sheet.ts';
import { detailsOf, mount, part } from '../mount.ts';

const PRESENT: ShownDocument = {
  scene: 'edges',
  document: { ...DEFAULT_DOCUMENT, learning: { ...DEFAULT_DOCUMENT.learning, rate: 0.0125 } },
};
const TEXT: KeptText = { id: 'a', name: 'first', keptMs: 1, file: 'text' };
const FULL: Shelf = {
  all: () => Promise.resolve([]),
  put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  remove: () => Promise.resolve(),
};

const database = documentDatabase();

beforeEach(async () => {
  for (const { id } of await database.all()) await database.remove(id);
});

const open = (shelf?: Shelf): Promise<DocumentsSheetElement> =>
  mount('corr2d-documents-sheet', { present: PRESENT, ...(shelf ? { shelf } : {}) });
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
  cards(sheet).map((card) => (part(card, 'input') as HTMLInputElement).value);
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
    button(sheet, 'Undo').click();
    await expect.poll(() => names(sheet)).toEqual(['Copy of two bars', 'two bars']);
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

  test('storage that is full is told of once, and what was kept is listed', async () => {
    const sheet = await open(FULL);
    await expect.poll(() => dialogText(sheet)).toContain('Nothing is kept yet.');
    for (let count = 0; count < 2; count++) button(sheet, 'Keep what is on the page').click();
    await expect.poll(() => sheet.shadowRoot?.querySelectorAll('[role=alert]').length).toBe(1);
    expect(part(sheet, '[role=alert]').textContent).toContain('This browser keeps no documents now');
    expect(names(sheet)).toEqual(['Edges 2', 'Edges']);
  });
});
