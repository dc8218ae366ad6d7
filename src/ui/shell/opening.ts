/** Which document a visit begins with: the link's, one's own of last time, or the article's. */
import type { Autosave } from '../../state/autosave.ts';
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from '../../state/document.ts';
import { LinkError, type LinkProblem } from '../../state/link-error.ts';

export interface Opening {
  readonly document: PlaygroundDocument;
  /** Whether the document came by a link. */
  readonly linked: boolean;
  /** Why the link could not be opened. */
  readonly problem: LinkProblem | null;
  /** One's own work that a link took the place of, now or on an earlier visit; it is kept aside. */
  readonly ownWork: PlaygroundDocument | null;
}

/** A link wins over one's own work, but never overwrites it. */
export async function openDocument(
  link: string | undefined,
  own: PlaygroundDocument | null,
  autosave: Autosave,
): Promise<Opening> {
  if (link !== undefined || autosave.hasWork) await autosave.prepare();
  const { document, problem } = link === undefined ? opened(own ?? DEFAULT_DOCUMENT) : await readLink(link);
  const linked = link !== undefined && !(own && sameDocument(own, document));
  if (linked && own && !sameDocument(own, DEFAULT_DOCUMENT)) autosave.keepAside(own);
  if (linked && !problem) autosave.noteLinked(document);
  return { document, linked, problem, ownWork: autosave.aside(document) };
}

export interface OpenedLink {
  readonly document: PlaygroundDocument;
  readonly problem: LinkProblem | null;
}

function opened(document: PlaygroundDocument): OpenedLink {
  return { document, problem: null };
}

/** The document of a link, or the article's and why the link could not be opened. */
export async function readLink(link: string): Promise<OpenedLink> {
  const { decodeLink } = await import('../../state/link.ts');
  try {
    return opened(await decodeLink(link));
  } catch (error) {
    if (error instanceof LinkError) return { document: DEFAULT_DOCUMENT, problem: error.problem };
    throw error;
  }
}
