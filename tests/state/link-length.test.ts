/** How long the address of a document is, past the page's own: its scene and its link. */
import { describe, expect, it } from 'vitest';
import { formatAddress, SCENES, type SceneName } from '../../src/state/address.ts';
import { DEFAULT_DOCUMENT, type NumberGrid, type PlaygroundDocument } from '../../src/state/document.ts';
import { documentAddress } from '../../src/state/document-address.ts';
import { FIRST_LOOK } from '../../src/state/look.ts';
import { decodeLink } from '../../src/state/link.ts';

/** A disc that touches the sides, of 1 on 0. */
function disc(side: number): NumberGrid {
  const middle = (side - 1) / 2;
  return made(side, (row, column) => (Math.hypot(row - middle, column - middle) < side / 2 ? 1 : 0));
}

/** Bits that no packing shortens: the highest of a linear congruence (Numerical Recipes' ranqd1). */
function noise(side: number): NumberGrid {
  let state = side;
  return made(side, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 31);
}

function made(side: number, cell: (row: number, column: number) => number): NumberGrid {
  const values = Array.from({ length: side * side }, (_, index) =>
    cell(Math.floor(index / side), index % side),
  );
  return { rows: side, columns: side, values };
}

/** The grid as the image of a scene; in scene 3, as the target painted by hand. */
function documentWith(scene: SceneName, grid: NumberGrid): PlaygroundDocument {
  const { correlation, edges, learning, receptive } = DEFAULT_DOCUMENT;
  switch (scene) {
    case 'correlation':
      return { ...DEFAULT_DOCUMENT, correlation: { ...correlation, image: grid } };
    case 'edges':
      return { ...DEFAULT_DOCUMENT, edges: { ...edges, image: grid } };
    case 'learning':
      return { ...DEFAULT_DOCUMENT, learning: { ...learning, painted: grid } };
    case 'receptive':
      return { ...DEFAULT_DOCUMENT, receptive: { ...receptive, image: grid } };
  }
}

async function lengthOf(scene: SceneName, grid: NumberGrid): Promise<number> {
  const document = documentWith(scene, grid);
  const address = await documentAddress(scene, document, FIRST_LOOK);
  expect(await decodeLink(address.get('s') ?? '')).toEqual(document);
  return `https://example.github.io/corr2d-playground/${formatAddress(address)}`.length;
}

describe.each(SCENES)('an address of %s', (scene) => {
  it.each([
    ['a drawing of 16 by 16', disc(16), 250],
    ['noise of 16 by 16', noise(16), 250],
    ['a drawing of 64 by 64', disc(64), 1000],
    ['noise of 64 by 64', noise(64), 1000],
  ])('with %s', async (_, grid, most) => {
    expect(await lengthOf(scene, grid)).toBeLessThan(most);
  });
});
