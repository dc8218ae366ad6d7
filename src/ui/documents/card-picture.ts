/** What a small picture of a document shows: the image of its scene, and the kernel whose effect stands beside it. */
import type { ShownDocument } from '../../state/document-file.ts';
import type { NumberGrid } from '../../state/document.ts';

export interface CardPicture {
  /** Values from 0 to 1. */
  readonly image: NumberGrid;
  /** The image as it is, and a kernel that fits it; null where there is no single one. */
  readonly effect: { readonly image: NumberGrid; readonly kernel: NumberGrid } | null;
}

export function cardPicture({ scene, document }: ShownDocument): CardPicture {
  const { correlation, edges, learning, receptive } = document;
  switch (scene) {
    case 'correlation':
      return pictureOf(correlation.image, correlation.kernel);
    case 'edges':
      return pictureOf(edges.image, edges.kernel);
    case 'learning':
      return pictureOf(edges.image, learning.teacher);
    case 'receptive':
      return pictureOf(receptive.image, null);
  }
}

function pictureOf(image: NumberGrid, kernel: NumberGrid | null): CardPicture {
  return { image: toGreys(image), effect: kernel && { image, kernel } };
}

/** Pictures stay as they are; other numbers are spread between black and white. */
function toGreys(grid: NumberGrid): NumberGrid {
  const low = Math.min(0, ...grid.values);
  const high = Math.max(1, ...grid.values);
  return { ...grid, values: grid.values.map((value) => (value - low) / (high - low)) };
}
