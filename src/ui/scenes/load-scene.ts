/** Each scene's elements are loaded when the scene is first shown. */
import type { SceneName } from '../../state/address.ts';

const SCENE_SCRIPTS: Readonly<Record<SceneName, () => Promise<unknown>>> = {
  correlation: () => import('./correlation-scene.ts'),
  edges: () => import('./edges-scene.ts'),
  learning: () => import('./learning-scene.ts'),
  receptive: () => import('./receptive-scene.ts'),
};

/** Rejects when the script cannot be fetched. */
export function loadScene(scene: SceneName): Promise<unknown> {
  return SCENE_SCRIPTS[scene]();
}

/** The text beside every scene, and the program below. Rejects when the script cannot be fetched. */
export function loadLesson(): Promise<unknown> {
  return Promise.all([
    import('./scene-lesson.ts'),
    import('./scene-code.ts'),
    import('../shell/example-menu.ts'),
  ]);
}
