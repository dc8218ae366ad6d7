/**
 * The document as a file of its own: `{ "format": "corr2d", "version": 1, "scene": "edges", "document": … }`, where
 * `document` is the JSON that a link holds packed (see `link-schema`).
 */
import * as v from 'valibot';
import { SCENES, type SceneName } from './address.ts';
import type { PlaygroundDocument } from './document.ts';
import { documentFromData, documentToJson, parseJson } from './document-json.ts';
import { LinkError } from './link-error.ts';
import type { LinkPlace } from './link-field.ts';

/** A document, and the scene in which it is looked at. */
export interface ShownDocument {
  readonly scene: SceneName;
  readonly document: PlaygroundDocument;
}

export type FileProblem =
  /** Not JSON, or JSON of something else. */
  | { readonly code: 'file-not-ours' }
  | { readonly code: 'file-newer'; readonly version: number }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly largest: number }
  /** The browser could not read it: it was moved or deleted. */
  | { readonly code: 'file-unreadable' }
  /** It is ours, but this field holds what cannot be used, or does not fit its image. */
  | ({ readonly code: 'file-invalid' } & LinkPlace);

export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

const FORMAT = 'corr2d';
const VERSION = 1;
/** As much as a link may hold, unpacked. */
export const LARGEST_FILE = 524_288;

const ENVELOPE = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  scene: v.picklist(SCENES),
  document: v.unknown(),
});
/** What a file of any version says of itself. */
const HEADER = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer()) });

/** A scene a line, so that a person can read and compare files. */
export function documentToFile({ scene, document }: ShownDocument): string {
  const parts = Object.entries(JSON.parse(documentToJson(document)) as Record<string, unknown>);
  const lines = parts.map(([key, part]) => `    "${key}": ${JSON.stringify(part)}`);
  return [
    '{',
    `  "format": "${FORMAT}",`,
    `  "version": ${String(VERSION)},`,
    `  "scene": "${scene}",`,
    '  "document": {',
    lines.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}

/** Throws FileError, and takes nothing of a file that cannot be used whole. */
export function fileToDocument(text: string): ShownDocument {
  const bytes = text.length;
  if (bytes > LARGEST_FILE) throw new FileError({ code: 'file-too-large', bytes, largest: LARGEST_FILE });
  try {
    const { scene, document } = opened(parseJson(text));
    return { scene, document: documentFromData(document) };
  } catch (error) {
    if (error instanceof LinkError) throw new FileError(fileProblem(error));
    throw error;
  }
}

function opened(data: unknown): v.InferOutput<typeof ENVELOPE> {
  const header = v.safeParse(HEADER, data);
  if (header.success && header.output.version > VERSION) {
    throw new FileError({ code: 'file-newer', version: header.output.version });
  }
  const envelope = v.safeParse(ENVELOPE, data);
  if (!envelope.success) throw new FileError({ code: 'file-not-ours' });
  return envelope.output;
}

function fileProblem({ problem }: LinkError): FileProblem {
  return problem.code === 'link-invalid' ? { ...problem, code: 'file-invalid' } : { code: 'file-not-ours' };
}
