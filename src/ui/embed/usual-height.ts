/** How much room figures take. */
import type { SceneName } from '../../state/address.ts';

/** The height of a scene's example with the default controls in a column of text, in CSS pixels: kept free until it is known. */
export function usualHeight(scene: SceneName): number {
  return HEIGHTS[scene];
}

const HEIGHTS: Readonly<Record<SceneName, number>> = {
  correlation: 475,
  edges: 376,
  learning: 1421,
  receptive: 319,
};
