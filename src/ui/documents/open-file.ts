/** A file that the reader chose or dropped, as a document. */
import { msg, str } from '@lit/localize';
import { FileError, fileToDocument, LARGEST_FILE, type ShownDocument } from '../../state/document-file.ts';
import { fileProblemText } from '../wording/file-problem-text.ts';

/** A document that the reader opened from the gallery or a file, and its name there. */
export interface TakenDocument {
  readonly shown: ShownDocument;
  readonly name: string;
  /** Of how many files it is the first; the others were not opened. */
  readonly files?: number;
}

/** The document, or why it cannot be opened, in the language of the moment when it is read. */
export type OpenedFile = TakenDocument | (() => string);

export async function openFile(file: File): Promise<OpenedFile> {
  try {
    return { shown: await read(file), name: file.name.replace(/\.json$/i, '') };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { problem } = error;
    return () => fileProblemText(file.name, problem);
  }
}

/** The first of some files: one document is on the page. Null where there is none. */
export async function openFiles(files: readonly File[]): Promise<OpenedFile | null> {
  const [first] = files;
  if (!first) return null;
  const opened = await openFile(first);
  if (files.length === 1) return opened;
  return typeof opened === 'function'
    ? () => `${opened()} ${othersText(files.length)}`
    : { ...opened, files: files.length };
}

/** What is said of the other files. */
export function othersText(files: number): string {
  return msg(str`Of the ${files} files only the first was looked at.`);
}

/** A file that is too large is not read. */
async function read(file: File): Promise<ShownDocument> {
  const { size: bytes } = file;
  if (bytes > LARGEST_FILE) throw new FileError({ code: 'file-too-large', bytes, largest: LARGEST_FILE });
  return fileToDocument(await textOf(file));
}

async function textOf(file: File): Promise<string> {
  try {
    return await file.text();
  } catch {
    throw new FileError({ code: 'file-unreadable' });
  }
}
