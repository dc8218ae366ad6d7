/** The address of a document: its scene and its link, without the reader's own language, theme and engine. */
import type { Address, SceneName } from './address.ts';
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from './document.ts';

/** The first scene and the article's document need no flags. */
export async function documentAddress(scene: SceneName, document: PlaygroundDocument): Promise<Address> {
  const flags = new Map<string, string>();
  if (scene !== 'correlation') flags.set('scene', scene);
  if (sameDocument(document, DEFAULT_DOCUMENT)) return flags;
  const { encodeLink } = await import('./link.ts');
  return flags.set('s', await encodeLink(document));
}
