/** The page's hash: flags and the link to the document. Edits replace the entry, a change of scene adds one. */
import { formatAddress, parseAddress, withFlags, type Address, type SceneName } from '../../state/address.ts';
import { documentAddress } from '../../state/document-address.ts';
import type { PlaygroundDocument } from '../../state/document.ts';

const QUIET_MS = 300;

/** Marks entries of this visit: going back to one changes the scene, not the work. */
interface EntryState {
  readonly visit: string;
}

export class PageAddress {
  readonly visit = Math.random().toString(36).slice(2);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private newest: PlaygroundDocument | null = null;

  /** `onTravel` is told where back and forward lead; `foreign` addresses came from outside, such as a pasted link. */
  constructor(private readonly onTravel: (address: Address, foreign: boolean) => void) {}

  connect(): void {
    addEventListener('popstate', this.onPopState);
    this.replace(this.current);
  }

  disconnect(): void {
    removeEventListener('popstate', this.onPopState);
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Whether this entry was written by that visit: its link may lag behind the work that the visit saved last. */
  isOf(visit: string | null): boolean {
    return visit !== null && visit !== '' && (history.state as EntryState | null)?.visit === visit;
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
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.writeNewest(), QUIET_MS);
  }

  pushScene(scene: SceneName): void {
    const address = withFlags(this.current, { scene: scene === 'correlation' ? null : scene });
    history.pushState(this.entry(), '', hashOf(address));
  }

  /** A link to this scene and document, without the reader's own language, theme and engine. */
  async linkTo(scene: SceneName, document: PlaygroundDocument): Promise<string> {
    return location.href.replace(/#.*$/s, '') + formatAddress(await documentAddress(scene, document));
  }

  private async writeNewest(): Promise<void> {
    const document = this.newest;
    if (!document) return;
    const link = (await documentAddress('correlation', document)).get('s') ?? null;
    if (document === this.newest) this.setFlags({ s: link, ex: null });
  }

  private replace(address: Address): void {
    history.replaceState(this.entry(), '', hashOf(address));
  }

  private entry(): EntryState {
    return { visit: this.visit };
  }

  private readonly onPopState = ({ state }: PopStateEvent): void => {
    const foreign = (state as EntryState | null)?.visit !== this.visit;
    const address = this.current;
    if (foreign) this.replace(address);
    this.onTravel(address, foreign);
  };
}

/** An address without flags still needs a URL: the page's own. */
function hashOf(address: Address): string {
  return formatAddress(address) || location.pathname + location.search;
}
