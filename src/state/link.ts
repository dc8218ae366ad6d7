/** The link: `1.<base64url(deflate-raw(JSON))>`. The version stands in front, and every version opens for ever. */
import { outputSize, type Geometry } from '../math/geometry.ts';
import { GeometryError } from '../math/problem.ts';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { deflate, inflate } from './deflate.ts';
import type { NumberGrid, PlaygroundDocument } from './document.ts';
import { placeOf, type LinkPlace } from './link-field.ts';
import { documentToLinkData, linkDataToDocument } from './link-schema.ts';

const VERSION = 1;
/** A link of today is a few hundred characters; these bounds hold before anything is decoded or inflated. */
const LONGEST_LINK = 16_384;
const MOST_INFLATED_BYTES = 262_144;
const DEEPEST_JSON = 8;

export type LinkProblem =
  /** Not a link, cut off, or changed on the way. */
  | { readonly code: 'link-damaged' }
  | { readonly code: 'link-newer'; readonly version: number }
  | { readonly code: 'link-too-long'; readonly length: number; readonly longest: number }
  /** It decodes, but this field holds what cannot be used, or does not fit its image. */
  | ({ readonly code: 'link-invalid' } & LinkPlace);

export class LinkError extends Error {
  override readonly name = 'LinkError';
  constructor(readonly problem: LinkProblem) {
    super(problem.code);
  }
}

export async function encodeLink(document: PlaygroundDocument): Promise<string> {
  const json = JSON.stringify(documentToLinkData(document));
  return `${String(VERSION)}.${bytesToBase64url(await deflate(new TextEncoder().encode(json)))}`;
}

/** The document of a link; throws LinkError, and takes nothing of a link that cannot be used whole. */
export async function decodeLink(text: string): Promise<PlaygroundDocument> {
  if (text.length > LONGEST_LINK) {
    throw new LinkError({ code: 'link-too-long', length: text.length, longest: LONGEST_LINK });
  }
  const [, version = '', payload = ''] = /^(\d{1,4})\.(.+)$/.exec(text) ?? [];
  if (version === '' || Number(version) < VERSION) throw damaged();
  if (Number(version) > VERSION) throw new LinkError({ code: 'link-newer', version: Number(version) });
  const bytes = base64urlToBytes(payload);
  const inflated = bytes && (await inflate(bytes, MOST_INFLATED_BYTES));
  if (!inflated) throw damaged();
  return documentOf(parseJson(inflated));
}

function documentOf(data: unknown): PlaygroundDocument {
  const result = linkDataToDocument(data);
  if ('path' in result) throw invalid(result.path);
  const { document } = result;
  const misfit = misfitOf(document);
  if (misfit !== null) throw invalid(misfit);
  return document;
}

/** The path of the kernel that does not fit its image; null when every scene has an output. */
function misfitOf({ correlation, edges, learning }: PlaygroundDocument): string | null {
  const { image, kernel, stride, padding, dilation } = correlation;
  if (!fits(image, kernel, { stride, padding, dilation })) return 'c.k';
  if (!fits(edges.image, edges.kernel)) return 'e.k';
  return fits(edges.image, learning.teacher) ? null : 'l.t';
}

function fits(image: NumberGrid, kernel: NumberGrid, geometry?: Partial<Geometry>): boolean {
  try {
    outputSize([image.rows, image.columns], [kernel.rows, kernel.columns], geometry);
    return true;
  } catch (error) {
    if (error instanceof GeometryError) return false;
    throw error;
  }
}

function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  if (isTooDeep(text)) throw damaged();
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
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

function invalid(path: string): LinkError {
  const place = placeOf(path);
  return place ? new LinkError({ code: 'link-invalid', ...place }) : damaged();
}

function damaged(): LinkError {
  return new LinkError({ code: 'link-damaged' });
}
