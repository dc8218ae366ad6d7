/** A file that the reader chose or dropped, as a document. */
import { FileError, fileToDocument, LARGEST_FILE, type ShownDocument } from '../../state/document-file.ts';
import { fileProblemText } from '../wording/file-problem-text.ts';

/** A document that the reader opened from the gallery or a file, and its name there. */
export interface TakenDocument {
  readonly shown: ShownDocument;
  readonly name: string;
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
