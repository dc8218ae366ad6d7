/** Which document a visit begins with: a link's, an example's, one's own of last time, or the article's. */
import type { Address, SceneName } from '../../state/address.ts';
import type { Autosave } from '../../state/autosave.ts';
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from '../../state/document.ts';
import { LinkError, type LinkProblem } from '../../state/link-error.ts';

export interface Opening {
  readonly document: PlaygroundDocument;
  /** The scene that an example is made for. */
  readonly scene: SceneName | null;
  /** Whether the document came by a link, or is an example. */
  readonly linked: boolean;
  /** Why the link could not be opened. */
  readonly problem: LinkProblem | null;
  /** Whether the page was open, and what could not be opened changed nothing. */
  readonly stays: boolean;
  /** One's own work that a link took the place of, now or on an earlier visit; it is kept aside. */
  readonly ownWork: PlaygroundDocument | null;
}

/** What the address names wins over one's own work, but never overwrites it. Null: the address is one's own. */
export function openDocument(
  address: Address | null,
  own: PlaygroundDocument | null,
  autosave: Autosave,
): Promise<Opening> {
  return openSource(address && readSource(address), own, autosave);
}

/** The same on a page that is open: what cannot be opened leaves it as it is. */
export async function openOver(
  address: Address,
  present: PlaygroundDocument,
  autosave: Autosave,
): Promise<Opening> {
  const source = readSource(address);
  const problem = (await source)?.problem ?? null;
  if (!problem) return openSource(source, present, autosave);
  return { document: present, scene: null, linked: true, problem, stays: true, ownWork: null };
}

async function openSource(
  source: Promise<OpenedLink> | null,
  own: PlaygroundDocument | null,
  autosave: Autosave,
): Promise<Opening> {
  if (source || autosave.hasWork) await autosave.prepare();
  const { document, problem, scene } = source ? await source : opened(own ?? DEFAULT_DOCUMENT);
  const linked = source !== null && !(own && sameDocument(own, document));
  if (linked && own && !sameDocument(own, DEFAULT_DOCUMENT)) autosave.keepAside(own);
  if (linked && !problem) autosave.noteLinked(document);
  return { document, scene, linked, problem, stays: false, ownWork: autosave.aside(document) };
}

export interface OpenedLink {
  readonly document: PlaygroundDocument;
  readonly problem: LinkProblem | null;
  /** The scene that an example is made for. */
  readonly scene: SceneName | null;
}

function opened(document: PlaygroundDocument): OpenedLink {
  return { document, problem: null, scene: null };
}

/** What the link `s` or the name `ex` stands for; null for an address without either. */
export function readSource(address: Address): Promise<OpenedLink> | null {
  const [link, example] = [address.get('s'), address.get('ex')];
  if (link !== undefined) return readLink(link);
  return example === undefined ? null : readExample(example);
}

/** The document of an address that this page wrote: the article's has no link. Null where the link cannot be opened. */
export async function linkedDocument(address: Address): Promise<PlaygroundDocument | null> {
  const source = readSource(address);
  if (!source) return DEFAULT_DOCUMENT;
  const { document, problem } = await source;
  return problem ? null : document;
}

async function readExample(name: string): Promise<OpenedLink> {
  const { namedExample } = await import('../../state/named-example.ts');
  const example = namedExample(name);
  return example
    ? { ...example, problem: null }
    : { document: DEFAULT_DOCUMENT, problem: { code: 'example-unknown', name }, scene: null };
}

/** The document of a link, or the article's and why the link could not be opened. */
async function readLink(link: string): Promise<OpenedLink> {
  const { decodeLink } = await import('../../state/link.ts');
  try {
    return opened(await decodeLink(link));
  } catch (error) {
    if (error instanceof LinkError)
      return { document: DEFAULT_DOCUMENT, problem: error.problem, scene: null };
    throw error;
  }
}
