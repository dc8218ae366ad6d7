/** The image of scene 1, as the clipboard changes it. */
import { replaceImage } from '../../state/actions/correlation.ts';
import { parseBlock } from '../../state/block-text.ts';
import type { NumberGrid } from '../../state/document.ts';
import { withBlock } from '../../state/grid-transform.ts';
import { LIMITS } from '../../state/limits.ts';
import type { Store } from '../../state/store.ts';
import type { CellBlock } from '../grid/cell-events.ts';
import type { Faults } from './faults.ts';

/** A block that was pasted: from the cell on, the image growing as far as the block reaches. */
export function pasteImage(
  store: Store,
  faults: Faults,
  image: NumberGrid,
  { row, column, text, clears }: CellBlock,
  replace = replaceImage,
): void {
  const done = faults.attempt('image:block', () => {
    const block = parseBlock(text, LIMITS.imageSide.maximum, { row, column });
    return store.apply(
      replace(clears ? 'clear-image-cells' : 'paste-image'),
      withBlock(image, block, row, column),
    );
  });
  if (done) faults.clearGroup('image');
}
