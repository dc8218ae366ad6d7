/** The address of a document as it is looked at: scene, look and link, without the reader's own language, theme and engine. */
import { withFlags, type Address, type SceneName } from './address.ts';
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from './document.ts';
import type { Look } from './look.ts';
import type { LookFlags } from './look-address.ts';

/** The first scene, the article's document, and a look as at first need no flags. */
export async function documentAddress(
  scene: SceneName,
  document: PlaygroundDocument,
  look: Look,
): Promise<Address> {
  const [flags, link] = await Promise.all([flagsOfLook(scene, look), linkOf(document)]);
  return withFlags(new Map(), { scene: scene === 'correlation' ? null : scene, ...flags, s: link });
}

/** Null for the article's document. */
export async function linkOf(document: PlaygroundDocument): Promise<string | null> {
  if (sameDocument(document, DEFAULT_DOCUMENT)) return null;
  const { encodeLink } = await import('./link.ts');
  return encodeLink(document);
}

export async function flagsOfLook(scene: SceneName, look: Look): Promise<LookFlags> {
  const { lookFlags } = await import('./look-address.ts');
  return lookFlags(scene, look);
}

/** What an address says of the look of its scene. */
export async function lookOf(address: Address): Promise<Look> {
  const { readLook } = await import('./look-address.ts');
  return readLook(address);
}
