/** What a reader can be asked to bring about in a scene; the page looks at the document and sees whether it is so. */
import type { SceneName } from '../address.ts';
import type { PlaygroundDocument } from '../document.ts';
import type { CORRELATION_CHECKS } from './correlation-checks.ts';
import type { EDGES_CHECKS } from './edges-checks.ts';
import type { LEARNING_CHECKS } from './learning-checks.ts';
import type { RECEPTIVE_CHECKS } from './receptive-checks.ts';

interface SceneChecks {
  correlation: typeof CORRELATION_CHECKS;
  edges: typeof EDGES_CHECKS;
  learning: typeof LEARNING_CHECKS;
  receptive: typeof RECEPTIVE_CHECKS;
}

export type TaskName = { [Scene in SceneName]: keyof SceneChecks[Scene] }[SceneName];

type Check = (document: PlaygroundDocument) => boolean;

/** In the order in which they are asked. The document of the article's examples solves none. */
const TASKS: { readonly [Scene in SceneName]: readonly (keyof SceneChecks[Scene])[] } = {
  correlation: ['silent-response', 'same-size', 'half-turn'],
  edges: ['horizontal-edges', 'single-edge', 'corners'],
  learning: ['long-swing', 'no-swing', 'blind-image'],
  receptive: ['seven-by-seven', 'thrifty-field', 'past-the-image'],
};

export function tasksOf(scene: SceneName): readonly TaskName[] {
  return TASKS[scene];
}

/** The tasks of a scene that a document solves. Rejects when the script that looks cannot be fetched. */
export async function solvedTasks(
  scene: SceneName,
  document: PlaygroundDocument,
): Promise<readonly TaskName[]> {
  const checks: Readonly<Partial<Record<TaskName, Check>>> = await loadChecks(scene);
  return TASKS[scene].filter((name) => checks[name]?.(document));
}

/** Each scene's by itself: what scene 3 looks with is large. */
async function loadChecks(scene: SceneName): Promise<SceneChecks[SceneName]> {
  switch (scene) {
    case 'correlation':
      return (await import('./correlation-checks.ts')).CORRELATION_CHECKS;
    case 'edges':
      return (await import('./edges-checks.ts')).EDGES_CHECKS;
    case 'learning':
      return (await import('./learning-checks.ts')).LEARNING_CHECKS;
    case 'receptive':
      return (await import('./receptive-checks.ts')).RECEPTIVE_CHECKS;
  }
}
