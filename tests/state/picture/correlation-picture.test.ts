/** The picture of a correlation is parsed again and compared with the document cell by cell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlate } from '../../../src/math/definition.ts';
import { svgText } from '../../../src/math/figure/svg.ts';
import type { PictureLook } from '../../../src/math/figure/look.ts';
import { formatNumber } from '../../../src/math/format.ts';
import { makeScale, scaleColor } from '../../../src/math/value-scale.ts';
import {
  DEFAULT_DOCUMENT,
  DEFAULT_VIEW,
  flipGrid,
  gridTensor,
  makeGrid,
  type CorrelationPart,
  type NumberGrid,
} from '../../../src/state/document.ts';
import {
  correlationPicture,
  type CorrelationSubject,
  type WindowPlace,
} from '../../../src/state/picture/correlation-picture.ts';
import { nodesOf, readXml, type XmlNode } from '../../math/figure/read-xml.ts';
import { arbitraryDocument } from '../arbitrary-document.ts';
import { INKS, PLAIN_LOOK } from './looks.ts';

const WORDS = { title: 'T', image: 'Image', kernel: 'Kernel', flipped: 'flipped', response: 'Response' };
const AT_START: WindowPlace = { position: 0, hidesLater: false };

function subjectOf(part: CorrelationPart, painted = false): CorrelationSubject {
  const { image, kernel, flip, stride, padding, dilation } = part;
  const { shape, data } = correlate(gridTensor(image), gridTensor(flip ? flipGrid(kernel) : kernel), {
    stride,
    padding,
    dilation,
  });
  return { part, response: makeGrid({ shape, data: Float32Array.from(data) }), view: DEFAULT_VIEW, painted };
}

interface ReadGrid {
  readonly rows: number;
  readonly columns: number;
  readonly fills: readonly (string | undefined)[];
  readonly texts: readonly string[];
}

function readPicture(subject: CorrelationSubject, look: PictureLook, place = AT_START) {
  const root = readXml(svgText(correlationPicture(subject, WORDS, look, place)));
  const grids = nodesOf(root, 'g').filter(({ attributes }) => attributes['data-grid'] !== undefined);
  return { root, grids: new Map(grids.map((grid) => [grid.attributes['data-grid'], readGrid(grid)])) };
}

function readGrid(grid: XmlNode): ReadGrid {
  const [squares] = nodesOf(grid, 'g');
  const texts = nodesOf(grid, 'text').map(({ text }) => text);
  return {
    rows: Number(grid.attributes['data-rows']),
    columns: Number(grid.attributes['data-columns']),
    fills: squares ? nodesOf(squares, 'rect').map(({ attributes }) => attributes.fill) : [],
    texts,
  };
}

const textsOf = ({ values }: NumberGrid) => values.map((value) => formatNumber(value, 2));

function padded({ image, padding: [top, left, bottom, right] }: CorrelationPart): string[] {
  const texts = textsOf(image);
  const width = left + image.columns + right;
  return Array.from({ length: (top + image.rows + bottom) * width }, (_, i) => {
    const [row, column] = [Math.floor(i / width) - top, (i % width) - left];
    const inside = row >= 0 && column >= 0 && row < image.rows && column < image.columns;
    return inside ? (texts[row * image.columns + column] ?? '') : '0';
  });
}

describe('any correlation', () => {
  test('has every number of the document, and the colours of the response', () => {
    fc.assert(
      fc.property(arbitraryDocument, ({ correlation, view }) => {
        const subject = { ...subjectOf(correlation), view };
        const { response } = subject;
        const { grids } = readPicture(subject, PLAIN_LOOK);
        expect(grids.get('image')?.texts).toEqual(padded(correlation));
        const laidOn = correlation.flip ? flipGrid(correlation.kernel) : correlation.kernel;
        expect(grids.get('kernel')?.texts).toEqual(textsOf(laidOn));
        expect(grids.get('kernel-before-flip')?.texts).toEqual(
          correlation.flip ? textsOf(correlation.kernel) : undefined,
        );
        expect(grids.get('response')).toMatchObject({ rows: response.rows, columns: response.columns });
        expect(grids.get('response')?.texts).toEqual(textsOf(response));
        const scale = makeScale(response.values, view.colors, view.range);
        expect(grids.get('response')?.fills).toEqual(
          response.values.map((value) => scaleColor(scale, value, 'light').background),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('keeps every cell inside the picture', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.boolean(), ({ correlation }, captions) => {
        const drawing = correlationPicture(
          subjectOf(correlation),
          WORDS,
          { ...PLAIN_LOOK, captions },
          AT_START,
        );
        for (const shape of drawing.shapes) {
          if (shape.kind !== 'cells') continue;
          const bottom = shape.y + (shape.cells.length / shape.columns) * shape.cell;
          expect(shape.x).toBeGreaterThanOrEqual(20);
          expect(shape.y).toBeGreaterThanOrEqual(20);
          expect(shape.x + shape.columns * shape.cell).toBeLessThanOrEqual(drawing.width - 20);
          expect(bottom).toBeLessThanOrEqual(drawing.height - 20);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the article’s example', () => {
  const subject = subjectOf(DEFAULT_DOCUMENT.correlation);

  test('says what it shows', () => {
    const { root, grids } = readPicture(subject, PLAIN_LOOK);
    expect(nodesOf(root, 'title')[0]?.text).toBe('T');
    const texts = nodesOf(root, 'text').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Image X', '3 × 3', 'Kernel K', '⋆', '=', 'Response Y']));
    expect(grids.get('response')?.texts).toEqual(['19', '25', '37', '43']);
  });

  test('without labels only the signs are left, and grey levels tell the image’s values apart', () => {
    const { root, grids } = readPicture(subject, { ...PLAIN_LOOK, captions: false, numbers: false });
    expect(nodesOf(root, 'text').map(({ text }) => text)).toEqual(['⋆', '=']);
    expect(new Set(grids.get('image')?.fills).size).toBe(9);
  });

  test('the window, its sum and its element stand at the place', () => {
    const look = { ...PLAIN_LOOK, marks: true };
    const { root, grids } = readPicture(subject, look, { position: 2, hidesLater: false });
    expect(root.text).toContain('Y[1, 0] = 3×0 + 4×1 + 6×2 + 7×3 = 37');
    const tinted = grids.get('image')?.fills.flatMap((fill, i) => (fill === INKS.kernelTint ? [i] : []));
    expect(tinted).toEqual([3, 4, 6, 7]);
    const drawing = correlationPicture(subject, WORDS, look, { position: 2, hidesLater: false });
    const [image] = drawing.shapes.filter((shape) => shape.kind === 'cells');
    const [frame] = drawing.shapes.filter((shape) => shape.kind === 'box');
    expect(image && frame && [(frame.x - image.x) / image.cell, (frame.y - image.y) / image.cell]).toEqual([
      0, 1,
    ]);
    expect(image && frame && [frame.width / image.cell, frame.height / image.cell]).toEqual([2, 2]);
  });

  test('a film hides what the window has not reached, in frames of one size', () => {
    const look = { ...PLAIN_LOOK, marks: true };
    const frames = [0, 1, 2, 3].map((position) => readPicture(subject, look, { position, hidesLater: true }));
    expect(frames.map(({ grids }) => grids.get('response')?.texts)).toEqual([
      ['19'],
      ['19', '25'],
      ['19', '25', '37'],
      ['19', '25', '37', '43'],
    ]);
    expect(new Set(frames.map(({ root }) => root.attributes.viewBox)).size).toBe(1);
  });

  test('a window with holes has a frame for each of its cells', () => {
    const dilated = subjectOf({ ...DEFAULT_DOCUMENT.correlation, dilation: [2, 2] });
    const drawing = correlationPicture(dilated, WORDS, { ...PLAIN_LOOK, marks: true }, AT_START);
    const [image] = drawing.shapes.filter((shape) => shape.kind === 'cells');
    const boxes = drawing.shapes.filter((shape) => shape.kind === 'box').slice(0, 4);
    expect(
      boxes.map(({ x, y }) => image && [(x - image.x) / image.cell, (y - image.y) / image.cell]),
    ).toEqual([
      [0, 0],
      [2, 0],
      [0, 2],
      [2, 2],
    ]);
  });

  test('a painted image has grey levels under its numbers', () => {
    const { grids } = readPicture(
      subjectOf({ ...DEFAULT_DOCUMENT.correlation, ...DEFAULT_DOCUMENT.edges }, true),
      PLAIN_LOOK,
    );
    const { values } = DEFAULT_DOCUMENT.edges.image;
    expect(grids.get('image')?.texts).toEqual(values.map(String));
    expect(grids.get('image')?.fills).toEqual(values.map((value) => (value > 0 ? '#ffffff' : '#1c1c1c')));
  });
});
