/** The image of a scene, as whatever changes it sees it. */
import type { ImageEdit, NamedAction } from '../../state/action.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { Store } from '../../state/store.ts';
import type { ImageMade } from '../grid/cell-events.ts';
import type { Faults } from './faults.ts';

/** An image that can be replaced. */
export interface EditedPicture {
  readonly store: Store;
  readonly faults: Faults;
  readonly image: NumberGrid;
  /** What new cells hold. */
  readonly fill: number;
  readonly replace: (name: ImageEdit) => NamedAction<NumberGrid>;
}

/** What a tool draws; all of a stroke is one undo. */
export function drawImage({ store, faults, replace }: EditedPicture, { name, image }: ImageMade): void {
  faults.attempt('paint', () => store.apply(replace(name), image, { merge: 'stroke' }));
}
