/** The JSON of a document, version 1, as links, files and the browser's storage hold it. */
import { outputSize, type Geometry } from '../math/geometry.ts';
import { GeometryError } from '../math/problem.ts';
import { learnerSize, type GridSize, type PlaygroundDocument } from './document.ts';
import { damagedLink, invalidLink } from './link-error.ts';
import { documentToLinkData, linkDataToDocument } from './link-schema.ts';

const DEEPEST_JSON = 8;

export function documentToJson(document: PlaygroundDocument): string {
  return JSON.stringify(documentToLinkData(document));
}

/** Throws LinkError, and takes nothing of a text that cannot be used whole. */
export function documentFromJson(text: string): PlaygroundDocument {
  return documentFromData(parseJson(text));
}

/** The same for what was parsed already. */
export function documentFromData(data: unknown): PlaygroundDocument {
  const result = linkDataToDocument(data);
  if ('path' in result) throw invalidLink(result.path);
  const { document } = result;
  const misfit = misfitOf(document);
  if (misfit !== null) throw invalidLink(misfit);
  return document;
}

/** The path of the kernel that does not fit its image; null when every scene has an output. */
function misfitOf({ correlation, edges, learning }: PlaygroundDocument): string | null {
  const { image, kernel, stride, padding, dilation } = correlation;
  if (!fits(image, kernel, { stride, padding, dilation })) return 'c.k';
  if (!fits(edges.image, edges.kernel)) return 'e.k';
  if (!fits(edges.image, learning.teacher)) return 'l.t';
  return fits(edges.image, learnerSize(learning)) ? null : 'l.k';
}

function fits(image: GridSize, kernel: GridSize, geometry?: Partial<Geometry>): boolean {
  try {
    outputSize([image.rows, image.columns], [kernel.rows, kernel.columns], geometry);
    return true;
  } catch (error) {
    if (error instanceof GeometryError) return false;
    throw error;
  }
}

/** Throws LinkError for a text that is no JSON, or nested too deeply to be one of ours. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw damagedLink();
  try {
    return JSON.parse(text);
  } catch {
    throw damagedLink();
  }
}

/** Counts brackets before parsing: deeply nested text could exhaust the parser's stack. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth++;
    if (character === ']' || character === '}') depth--;
    if (depth > DEEPEST_JSON) return true;
  }
  return false;
}
