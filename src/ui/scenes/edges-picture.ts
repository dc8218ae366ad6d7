/** The image of scene 2, on which scene 3 learns, as the tools change it. */
import { paintCells, replacePicture } from '../../state/actions/edges.ts';
import type { Store } from '../../state/store.ts';
import { PAPER } from '../grid/paint-settings.ts';
import type { Faults } from './faults.ts';
import type { DrawnPicture } from './image-drawing.ts';

export function edgesPicture(store: Store, faults: Faults): DrawnPicture {
  const { image } = store.$document.get().edges;
  return { store, faults, image, fill: PAPER, replace: replacePicture, paint: paintCells };
}
