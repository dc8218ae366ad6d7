/** Links made by hand, for tests of what a link may hold; zlib of Node deflates, independent of the code. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A link of version 1 around any text. */
export function linkAround(json: string | Uint8Array): string {
  return `1.${deflateRawSync(json).toString('base64url')}`;
}

/** The JSON inside a link. */
export function jsonOf(link: string): string {
  return inflateRawSync(Buffer.from(link.slice(2), 'base64url')).toString();
}
