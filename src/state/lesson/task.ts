/** What a reader can be asked to bring about in a scene; the page looks at the document and sees whether it is so. */
import type { SceneName } from '../address.ts';
import type { PlaygroundDocument } from '../document.ts';
import { CORRELATION_CHECKS } from './correlation-checks.ts';
import { EDGES_CHECKS } from './edges-checks.ts';
import { LEARNING_CHECKS } from './learning-checks.ts';
import { RECEPTIVE_CHECKS } from './receptive-checks.ts';

/** The document of the article's examples meets none of them. */
const CHECKS = {
  correlation: CORRELATION_CHECKS,
  edges: EDGES_CHECKS,
  learning: LEARNING_CHECKS,
  receptive: RECEPTIVE_CHECKS,
} as const satisfies Record<SceneName, Record<string, (document: PlaygroundDocument) => boolean>>;

export type TaskName = { [Scene in SceneName]: keyof (typeof CHECKS)[Scene] }[SceneName];

type Check = readonly [name: TaskName, isMet: (document: PlaygroundDocument) => boolean];

/** In the order in which they are asked. */
export function tasksOf(scene: SceneName): readonly TaskName[] {
  return checksOf(scene).map(([name]) => name);
}

/** The tasks of a scene that a document solves. */
export function solvedTasks(scene: SceneName, document: PlaygroundDocument): readonly TaskName[] {
  return checksOf(scene)
    .filter(([, isMet]) => isMet(document))
    .map(([name]) => name);
}

function checksOf(scene: SceneName): readonly Check[] {
  // The keys of an object literal come back in its order.
  return Object.entries(CHECKS[scene]) as unknown as readonly Check[];
}
