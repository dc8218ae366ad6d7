/** Which document a visit begins with: the link's, one's own of last time, or the article's. */
import type { Autosave } from '../../state/autosave.ts';
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from '../../state/document.ts';
import { decodeLink, LinkError, type LinkProblem } from '../../state/link.ts';

export interface Opening {
  readonly document: PlaygroundDocument;
  /** Why the link could not be opened. */
  readonly problem: LinkProblem | null;
  /** One's own work that the link took the place of; it is kept aside. */
  readonly ownWork: PlaygroundDocument | null;
}

/** A link wins over one's own work, but never overwrites it. */
export async function openDocument(
  link: string | undefined,
  own: PlaygroundDocument | null,
  autosave: Autosave,
): Promise<Opening> {
  if (link === undefined) return { document: own ?? DEFAULT_DOCUMENT, problem: null, ownWork: null };
  const { document, problem } = await readLink(link);
  if (!own || sameDocument(own, document) || sameDocument(own, DEFAULT_DOCUMENT)) {
    return { document, problem, ownWork: null };
  }
  autosave.keepAside(own);
  return { document, problem, ownWork: own };
}

async function readLink(
  link: string,
): Promise<{ readonly document: PlaygroundDocument; readonly problem: LinkProblem | null }> {
  try {
    return { document: await decodeLink(link), problem: null };
  } catch (error) {
    if (error instanceof LinkError) return { document: DEFAULT_DOCUMENT, problem: error.problem };
    throw error;
  }
}
