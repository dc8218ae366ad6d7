/** The link: `1.<base64url(deflate-raw(JSON))>`. The version stands in front, and every version opens for ever. */
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { deflate, inflate } from './deflate.ts';
import type { PlaygroundDocument } from './document.ts';
import { documentFromJson, documentToJson } from './document-json.ts';
import { damagedLink, LinkError } from './link-error.ts';

export { LinkError, type LinkProblem } from './link-error.ts';

const VERSION = 1;
/** A link is a few hundred characters, or many thousands for images full of decimals; checked before anything is decoded. */
const LONGEST_LINK = 131_072;
const MOST_INFLATED_BYTES = 524_288;

export async function encodeLink(document: PlaygroundDocument): Promise<string> {
  const bytes = new TextEncoder().encode(documentToJson(document));
  return `${String(VERSION)}.${bytesToBase64url(await deflate(bytes))}`;
}

/** The document of a link; throws LinkError, and takes nothing of a link that cannot be used whole. */
export async function decodeLink(text: string): Promise<PlaygroundDocument> {
  if (text.length > LONGEST_LINK) {
    throw new LinkError({ code: 'link-too-long', length: text.length, longest: LONGEST_LINK });
  }
  const [, version = '', payload = ''] = /^(\d{1,4})\.(.+)$/.exec(text) ?? [];
  if (version === '' || Number(version) < VERSION) throw damagedLink();
  if (Number(version) > VERSION) throw new LinkError({ code: 'link-newer', version: Number(version) });
  const bytes = base64urlToBytes(payload);
  const inflated = bytes && (await inflate(bytes, MOST_INFLATED_BYTES));
  if (!inflated) throw damagedLink();
  return documentFromJson(new TextDecoder().decode(inflated));
}
