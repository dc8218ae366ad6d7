/** Links of version 2: parts left away, cells packed; every form by hand, as the reader must know it for ever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT } from '../../src/state/document.ts';
import { packCells, unpackCells } from '../../src/state/link-cells.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { linkAround } from './link-text.ts';

/** A link of version 2 around any data. */
const linkOf = (data: unknown) => linkAround(JSON.stringify(data)).replace(/^1/, '2');

describe('cells', () => {
  it.each<[name: string, cells: number[], packed: unknown[]]>([
    // 1·7 + 1 0 1: 0b11111111, 0b01000000.
    ['binary, a bit each', [2, 5, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1], [2, 5, '_0A']],
    ['greys, a hundredth a byte', [1, 3, 0, 0.5, 1], [1, 3, 'ADJk', 'g']],
    // Less the lowest: 1 2 0 1 2 1 0 1 in two bits each: 0b01100001, 0b10010001.
    ['whole numbers', [2, 4, 0, 1, -1, 0, 1, 0, -1, 0], [2, 4, 'YZE', -1, 2]],
    ['one whole number', [2, 2, 7, 7, 7, 7], [2, 2, '', 7, 0]],
    ['decimals as they are', [1, 2, 0.125, 3], [1, 2, 0.125, 3]],
    ['what is shorter as it is', [1, 2, 4, 8], [1, 2, 4, 8]],
  ])('%s', (_, cells, packed) => {
    expect(packCells(cells)).toEqual(packed);
    expect(unpackCells(packed)).toEqual(cells);
  });

  it('come back, however far apart', () => {
    const cells = fc
      .tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 19_998 }),
      )
      .chain(([rows, columns, span]) =>
        fc.integer({ min: -9999, max: 9999 - span }).chain((low) =>
          fc
            .array(fc.integer({ min: low, max: low + span }), {
              minLength: rows * columns,
              maxLength: rows * columns,
            })
            .map((values) => [rows, columns, ...values]),
        ),
      );
    fc.assert(
      fc.property(cells, (list) => {
        expect(unpackCells(packCells(list))).toEqual(list);
      }),
    );
  });
});

describe('a link of version 2', () => {
  it('opens cells that are not packed, and parts that are whole', async () => {
    const document = await decodeLink(
      linkOf({ c: { i: [1, 3, 1, 0, 1], k: [1, 1, 2], s: [1, 1], p: [0, 0, 0, 0], d: [1, 1], f: 0 } }),
    );
    expect(document).toEqual({
      ...DEFAULT_DOCUMENT,
      correlation: {
        ...DEFAULT_DOCUMENT.correlation,
        image: { rows: 1, columns: 3, values: [1, 0, 1] },
        kernel: { rows: 1, columns: 1, values: [2] },
      },
    });
  });

  it.each<[part: string, data: unknown, scene: string, field: string]>([
    ['c', { i: [1, 9, '_w'] }, 'correlation', 'image'],
    ['c', { i: [1, 8, '_wA'] }, 'correlation', 'image'],
    ['c', { i: [1, 7, '_w'] }, 'correlation', 'image'],
    ['c', { i: [1, 8, '!!'] }, 'correlation', 'image'],
    ['c', { i: [1, 1e9, '_w'] }, 'correlation', 'image'],
    ['c', { i: [1, 4, '_w', 0.5, 2] }, 'correlation', 'image'],
    ['c', { i: [1, 4, '_w', 9999, 2] }, 'correlation', 'image'],
    ['c', { i: [1, 4, '_w', 0, 16] }, 'correlation', 'image'],
    ['c', { i: [1, 4, '_w', 0, -1] }, 'correlation', 'image'],
    ['c', { i: [1, 3, '_w', 0, 2] }, 'correlation', 'image'],
    ['c', { i: null }, 'correlation', 'image'],
    ['c', { s: [0, 1] }, 'correlation', 'stride-y'],
    ['c', { d: [4, 1] }, 'correlation', 'kernel'],
    ['l', { y: [1, 2, 'AGU', 'g'] }, 'learning', 'target'],
    ['l', { t: [1, 3, 1, 2, 3] }, 'learning', 'start'],
    ['r', { i: [1, 2, 'AGU', 'g'] }, 'receptive', 'image'],
    ['r', { n: [] }, 'receptive', 'layers'],
  ])('is refused whole: %s = %j', async (part, data, scene, field) => {
    await expect(decodeLink(linkOf({ [part]: data }))).rejects.toHaveProperty('problem', {
      code: 'link-invalid',
      scene,
      field,
    });
  });

  it.each([null, 3, 'text', [], { c: null }, { l: 3 }, { r: 'x' }])('is damaged: %j', async (data) => {
    await expect(decodeLink(linkOf(data))).rejects.toHaveProperty('problem.code', 'link-damaged');
  });

  it('takes nothing of what it inherits', async () => {
    const link = linkAround('{"__proto__":{"l":{"r":9}},"c":{"__proto__":{"f":1}}}').replace(/^1/, '2');
    expect(await decodeLink(link)).toEqual(DEFAULT_DOCUMENT);
  });
});

it('says a depth of scene 4 that version 1 left away', async () => {
  const depth = { layers: 3, kernel: 3 };
  const document = { ...DEFAULT_DOCUMENT, receptive: { ...DEFAULT_DOCUMENT.receptive, depth } };
  expect((await decodeLink(await encodeLink(document))).receptive.depth).toEqual(depth);
});
