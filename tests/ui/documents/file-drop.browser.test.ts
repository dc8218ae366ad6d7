/** Files dropped on the page: marked while they hover, opened or refused by name, and never silently left. */
import { LitElement } from 'lit';
import { expect, test } from 'vitest';
import { Autosave } from '../../../src/state/autosave.ts';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import { documentToFile, type ShownDocument } from '../../../src/state/document-file.ts';
import { memoryStorage } from '../../../src/state/memory-storage.ts';
import { takeDocument } from '../../../src/ui/documents/take-document.ts';
import type { OpenedFile } from '../../../src/ui/documents/open-file.ts';
import '../../../src/ui/shell/documents-button.ts';
import { Notices } from '../../../src/ui/shell/notices.ts';
import { mount, part } from '../mount.ts';

const SHOWN: ShownDocument = { scene: 'edges', document: DEFAULT_DOCUMENT };
const GOOD = new File([documentToFile(SHOWN)], 'good.json');
const BAD = new File(['milk, bread'], 'notes.txt');

class NoticesHost extends LitElement {}
customElements.define('test-notices-host', NoticesHost);

function drag(type: string, files: readonly File[], target: Element = document.body): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const options = { dataTransfer, bubbles: true, composed: true, cancelable: true };
  target.dispatchEvent(new DragEvent(type, options));
}

/** The page around the button: its notices, and what was put on it. */
async function openPage() {
  const notices = new Notices(new NoticesHost());
  const autosave = new Autosave(memoryStorage, () => undefined);
  const put: ShownDocument[] = [];
  const button = await mount('corr2d-documents-button', {});
  button.addEventListener('document-taken', ({ detail }: CustomEvent<OpenedFile>) => {
    const desk = {
      present: () => SHOWN,
      put: (shown: ShownDocument) => put.push(shown),
      restore: () => undefined,
      notices,
    };
    void takeDocument(detail, desk, autosave);
  });
  const texts = () => notices.list.map(({ text }) => text());
  return { button, put, texts };
}

test('the page is marked while files are over it', async () => {
  const { button } = await openPage();
  const isMarked = () => part(button, '.drop').matches(':popover-open');
  expect(isMarked()).toBe(false);
  drag('dragover', [GOOD]);
  await expect.poll(isMarked).toBe(true);
  drag('dragleave', [GOOD]);
  await expect.poll(isMarked).toBe(false);
  drag('dragover', [GOOD]);
  await expect.poll(isMarked).toBe(true);
  drag('drop', [GOOD]);
  await expect.poll(isMarked).toBe(false);
});

test('what was said of a refused file goes with the next that opens', async () => {
  const { put, texts } = await openPage();
  drag('drop', [BAD]);
  await expect.poll(() => texts().join()).toContain('“notes.txt” is not a document of the playground');
  drag('drop', [GOOD]);
  await expect.poll(texts).toEqual(['Opened: “good”.']);
  expect(put).toEqual([SHOWN]);
});

test('of several files the first is opened, and the others are spoken of', async () => {
  const { put, texts } = await openPage();
  drag('drop', [GOOD, BAD, GOOD]);
  await expect.poll(texts).toEqual(['Opened: “good”. Of the 3 files only the first was looked at.']);
  expect(put).toHaveLength(1);
  drag('drop', [BAD, GOOD]);
  await expect
    .poll(() => texts().join())
    .toMatch(/notes\.txt.*Of the 2 files only the first was looked at\.$/);
});

test('the dialog that is open tells of it itself, and closes for a file that opens', async () => {
  const { button, put, texts } = await openPage();
  part(button, 'button').click();
  const dialog = () => button.shadowRoot?.querySelector('corr2d-documents-sheet')?.shadowRoot;
  await expect.poll(() => dialog()?.querySelector('dialog')?.open).toBe(true);
  const drop = (file: File): void => {
    drag('drop', [file], part(part(button, 'corr2d-documents-sheet'), 'dialog'));
  };
  drop(BAD);
  await expect.poll(() => dialog()?.querySelector('[role=alert]')?.textContent).toContain('“notes.txt”');
  expect(texts()).toEqual([]);
  drop(GOOD);
  await expect.poll(() => put).toEqual([SHOWN]);
  await expect.poll(() => dialog() ?? null).toBeNull();
});
