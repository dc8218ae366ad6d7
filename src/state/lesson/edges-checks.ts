/** What scene 2 asks for. */
import { BARS_IMAGE, EDGE_KERNEL } from '../../math/article.ts';
import { correlate } from '../../math/definition.ts';
import {
  filledGrid,
  gridTensor,
  makeGrid,
  transposeGrid,
  type NumberGrid,
  type PlaygroundDocument,
} from '../document.ts';
import { answersTo } from './grid-checks.ts';

const UPRIGHT_BARS = makeGrid(BARS_IMAGE);
const LYING_BARS = transposeGrid(UPRIGHT_BARS);
/** White, with a black square whose corners are far enough apart for any kernel of up to four cells a side. */
const SQUARE = squareImage(16, 5, 11);

export const EDGES_CHECKS = {
  /** A kernel that answers to the article's bars only when they lie. */
  'horizontal-edges': ({ edges: { kernel } }: PlaygroundDocument) =>
    answersTo(UPRIGHT_BARS, kernel) === false && answersTo(LYING_BARS, kernel) === true,

  /** An image on which [1, −1] answers +1 once, and never less than 0. */
  'single-edge': ({ edges: { image } }: PlaygroundDocument) => {
    if (image.columns < EDGE_KERNEL.shape[3]) return false;
    const response = [...correlate(gridTensor(image), EDGE_KERNEL).data].filter((value) => value !== 0);
    return response.length === 1 && response[0] === 1;
  },

  /** A kernel that answers to no straight edge, upright or lying, but to the corners of a square. */
  corners: ({ edges: { kernel } }: PlaygroundDocument) =>
    answersTo(UPRIGHT_BARS, kernel) === false &&
    answersTo(LYING_BARS, kernel) === false &&
    answersTo(SQUARE, kernel) === true,
} as const;

function squareImage(side: number, from: number, to: number): NumberGrid {
  const isInside = (place: number): boolean => place >= from && place < to;
  const values = filledGrid(side, side, 1).values.map((paper, i) =>
    isInside(Math.floor(i / side)) && isInside(i % side) ? 0 : paper,
  );
  return { rows: side, columns: side, values };
}
