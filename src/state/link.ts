/** The link: `2.<base64url(deflate-raw(JSON))>`. The version stands in front, and every version opens for ever. */
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { deflate, inflate } from './deflate.ts';
import type { PlaygroundDocument } from './document.ts';
import { documentFromData, parseJson } from './document-json.ts';
import { compactData, expandData } from './link-compact.ts';
import { damagedLink, LinkError } from './link-error.ts';
import { documentToLinkData } from './link-schema.ts';

export { LinkError, type LinkProblem } from './link-error.ts';

const VERSION = 2;
/** A link is a few hundred characters, or many thousands for images full of decimals; checked before anything is decoded. */
const LONGEST_LINK = 131_072;
const MOST_INFLATED_BYTES = 524_288;

export async function encodeLink(document: PlaygroundDocument): Promise<string> {
  const json = JSON.stringify(compactData(documentToLinkData(document)));
  return `${String(VERSION)}.${bytesToBase64url(await deflate(new TextEncoder().encode(json)))}`;
}

/** The document of a link; throws LinkError, and takes nothing of a link that cannot be used whole. */
export async function decodeLink(text: string): Promise<PlaygroundDocument> {
  if (text.length > LONGEST_LINK) {
    throw new LinkError({ code: 'link-too-long', length: text.length, longest: LONGEST_LINK });
  }
  const [, version = '', payload = ''] = /^(\d{1,4})\.(.+)$/.exec(text) ?? [];
  if (version === '' || Number(version) < 1) throw damagedLink();
  if (Number(version) > VERSION) throw new LinkError({ code: 'link-newer', version: Number(version) });
  const bytes = base64urlToBytes(payload);
  const inflated = bytes && (await inflate(bytes, MOST_INFLATED_BYTES));
  if (!inflated) throw damagedLink();
  const data = parseJson(new TextDecoder().decode(inflated));
  return documentFromData(Number(version) === 1 ? data : expandData(data));
}
