/** The page's hash: flags and the link to the document. Edits replace the entry, a change of scene and an opened document add one. */
import { formatAddress, parseAddress, withFlags, type Address, type SceneName } from '../../state/address.ts';
import { documentAddress, flagsOfLook, linkOf } from '../../state/document-address.ts';
import type { PlaygroundDocument } from '../../state/document.ts';
import type { Look } from '../../state/look.ts';

const QUIET_MS = 300;
const ENTRY_KEY = 'corr2d:entry';

/**
 * Marks entries of this visit. A trip is a visit with its reloads. Entries of a trip with the same `opened` show the same
 * document: going back among them changes the scene, not the work.
 */
interface EntryState {
  readonly visit: string;
  readonly trip: string;
  readonly opened: number;
}

/** Where back and forward lead. */
export type Travel =
  /** To an address from outside, such as a pasted link. */
  | { readonly kind: 'foreign' }
  /** To an entry of this trip; `document` is what was left there where another was opened since. */
  | { readonly kind: 'own'; readonly document: PlaygroundDocument | null }
  /** To an entry from before a reload, where another document was open: its link alone tells which. */
  | { readonly kind: 'forgotten' };

export class PageAddress {
  readonly visit = Math.random().toString(36).slice(2);
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** What is not in the address yet. */
  private newest: PlaygroundDocument | null = null;
  private newestLook: readonly [SceneName, Look] | null = null;
  /** The documents that were opened in this visit, as they were left. */
  private readonly documents: PlaygroundDocument[] = [];
  /** A reloaded page, or one that is come back to, finds itself in an entry of its trip. */
  private readonly found = entryState() ?? reloadedEntry();
  private readonly trip = this.found?.trip ?? this.visit;
  /** Which of the documents is on the page. */
  private opened = this.found?.opened ?? 0;

  constructor(private readonly onTravel: (address: Address, travel: Travel) => void) {}

  /** Begins with the document that is on the page. */
  connect(document: PlaygroundDocument): void {
    addEventListener('popstate', this.onPopState);
    this.documents[this.opened] = document;
    this.replace(this.current);
  }

  disconnect(): void {
    removeEventListener('popstate', this.onPopState);
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Whether the page begins in an entry of that visit: its link may lag behind the work that the visit saved last. */
  isOf(visit: string | null): boolean {
    return visit !== null && visit !== '' && this.found?.visit === visit;
  }

  get current(): Address {
    return parseAddress(location.hash);
  }

  /** Puts flags into the present entry; null takes one out. */
  setFlags(changes: Readonly<Record<string, string | null>>): void {
    this.replace(withFlags(this.current, changes));
  }

  /** Puts the document into the present entry, soon; of several calls the newest counts. */
  show(document: PlaygroundDocument): void {
    this.newest = document;
    this.documents[this.opened] = document;
    this.writeSoon();
  }

  /** Likewise how the shown scene is looked at. */
  showLook(scene: SceneName, look: Look): void {
    this.newestLook = [scene, look];
    this.writeSoon();
  }

  pushScene(scene: SceneName): void {
    history.pushState(this.entry(), '', hashOf(this.atScene(scene)));
  }

  /** The present entry came with an address that shows nothing: it is that of what is on the page. */
  stay(scene: SceneName, document: PlaygroundDocument): void {
    this.replace(this.atScene(scene));
    this.show(document);
  }

  /** The present entry is another document's, which a link brought. */
  beginOpened(document: PlaygroundDocument): void {
    this.opened = this.documents.push(document) - 1;
    this.replace(this.current);
  }

  /** Adds an entry for another document, from a file or the gallery. */
  pushOpened(scene: SceneName, document: PlaygroundDocument): void {
    this.opened = this.documents.push(document) - 1;
    this.pushScene(scene);
  }

  /** A link to this scene and document, without the reader's own language, theme and engine. */
  async linkTo(scene: SceneName, document: PlaygroundDocument, look: Look): Promise<string> {
    return location.href.replace(/#.*$/s, '') + formatAddress(await documentAddress(scene, document, look));
  }

  private atScene(scene: SceneName): Address {
    return withFlags(this.current, { scene: scene === 'correlation' ? null : scene });
  }

  private writeSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.writeNewest(), QUIET_MS);
  }

  private async writeNewest(): Promise<void> {
    const { newest, newestLook } = this;
    const link = newest && { s: await linkOf(newest), ex: null };
    const flags = newestLook && (await flagsOfLook(...newestLook));
    // A newer one will be written with its own delay.
    if (newest !== this.newest || newestLook !== this.newestLook) return;
    this.setFlags({ ...link, ...flags });
    [this.newest, this.newestLook] = [null, null];
  }

  private replace(address: Address): void {
    history.replaceState(this.entry(), '', hashOf(address));
  }

  private entry(): EntryState {
    const entry = { visit: this.visit, trip: this.trip, opened: this.opened };
    keepForReload(entry);
    return entry;
  }

  private readonly onPopState = (): void => {
    const entry = entryState();
    const address = this.current;
    const isOwn = entry?.trip === this.trip;
    const travel = isOwn ? this.travelTo(entry.opened) : ({ kind: 'foreign' } as const);
    // Now of this visit: what it saves is this entry's as well.
    this.replace(address);
    this.onTravel(address, travel);
  };

  private travelTo(opened: number): Travel {
    const isOther = opened !== this.opened;
    this.opened = opened;
    const document = isOther ? this.documents[opened] : null;
    return document === undefined ? { kind: 'forgotten' } : { kind: 'own', document };
  }
}

function entryState(): EntryState | null {
  return history.state as EntryState | null;
}

/**
 * The entry that a reload came from. Where an address was written while the reload was on its way, Chromium goes to the address
 * before it, and forgets the state of the entry.
 */
function reloadedEntry(): EntryState | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type !== 'reload') return null;
  try {
    return JSON.parse(sessionStorage.getItem(ENTRY_KEY) ?? 'null') as EntryState | null;
  } catch {
    return null;
  }
}

function keepForReload(entry: EntryState): void {
  try {
    sessionStorage.setItem(ENTRY_KEY, JSON.stringify(entry));
  } catch {
    // Where nothing is kept, the address is all there is.
  }
}

/** An address without flags still needs a URL: the page's own. */
function hashOf(address: Address): string {
  return formatAddress(address) || location.pathname + location.search;
}
