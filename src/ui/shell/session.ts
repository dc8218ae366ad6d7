/** What the app element shares with the scenes: the document's store and the engine. Leaves never see it. */
import type { EngineHost } from '../../state/engine-host.ts';
import type { Store } from '../../state/store.ts';

export interface Session {
  readonly store: Store;
  readonly host: EngineHost;
}
