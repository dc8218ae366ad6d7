/** What the app element shares with the scenes: the document's store and the engine. Leaves never see it. */
import type { Engine } from '../../engine/index.ts';
import type { SceneName } from '../../state/address.ts';
import type { TextStorage } from '../../state/autosave.ts';
import { createCallCosts, type CallCosts } from '../../state/call-cost.ts';
import type { PlaygroundDocument } from '../../state/document.ts';
import { createEngineHost, type EngineChoice, type EngineHost } from '../../state/engine-host.ts';
import type { LearningSession } from '../../state/learning-session.ts';
import type { Progress } from '../../state/lesson/progress.ts';
import { Looks } from '../../state/looks.ts';
import { sceneMultiplyAdds } from '../../state/scene-size.ts';
import { createStore, type Store } from '../../state/store.ts';
import { FirstFigure } from '../loading/first-figure.ts';
import { openChosenEngine } from './engine-choice.ts';
import type { ShownEngine } from './shown-engine.ts';

export interface Session {
  readonly store: Store;
  readonly looks: Looks;
  readonly host: EngineHost;
  readonly costs: CallCosts;
  readonly first: FirstFigure;
  /** Made by the learning scene when it is first shown, so that a run outlives a look at another scene. */
  learner?: LearningSession;
  /** Made with the first lesson. */
  progress?: Progress;
}

/** Opens the chosen engine when the first figure stands, or needs it. `storage` is where its speed is remembered. */
export function openSession(
  document: PlaygroundDocument,
  choice: EngineChoice,
  storage: () => TextStorage = () => localStorage,
): Session {
  const first = new FirstFigure();
  const open = (chosen: EngineChoice): Promise<Engine> => first.stands.then(() => openChosenEngine(chosen));
  const host = createEngineHost(open, choice);
  return {
    store: createStore(document),
    looks: new Looks(),
    host,
    costs: createCallCosts(host, storage),
    first,
  };
}

export function closeSession({ host, costs }: Session): void {
  costs.dispose();
  host.dispose();
}

export function shownEngine({ store, host, costs }: Session, scene: SceneName): ShownEngine {
  const engine = host.$engine.get();
  return {
    info: engine.status === 'ready' ? engine.info : null,
    choice: host.$choice.get(),
    cost: costs.$cost.get(),
    multiplyAdds: sceneMultiplyAdds(store.$document.get(), scene),
  };
}
