/** A scene with its texts, as it is shown; what is begun beforehand (main.ts) needs none. */
import type { SceneName } from '../../state/address.ts';
import { restOfTexts } from '../shell/locale.ts';
import { loadScene } from './load-scene.ts';

/** Rejects when the script or the texts cannot be fetched. */
export async function openScene(scene: SceneName): Promise<void> {
  // The first load has those of scene 1.
  if (scene !== 'correlation') await restOfTexts();
  await loadScene(scene);
}
