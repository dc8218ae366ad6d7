/** What the app element shares with the scenes: the document's store and the engine. Leaves never see it. */
import type { EngineHost } from '../../state/engine-host.ts';
import type { LearningSession } from '../../state/learning-session.ts';
import type { Store } from '../../state/store.ts';

export interface Session {
  readonly store: Store;
  readonly host: EngineHost;
  /** Made by the learning scene when it is first shown, so that a run outlives a look at another scene. */
  learner?: LearningSession;
}
