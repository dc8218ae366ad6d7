/** The picture of a stack is read again and compared with the maps that the definition gives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEngine } from '../../../src/engine/index.ts';
import { svgText } from '../../../src/math/figure/svg.ts';
import { formatNumber } from '../../../src/math/format.ts';
import { planStack } from '../../../src/math/stack/layer.ts';
import { scaleColor } from '../../../src/math/value-scale.ts';
import { DEFAULT_DOCUMENT, DEFAULT_VIEW } from '../../../src/state/document.ts';
import { mapScale } from '../../../src/state/map-scale.ts';
import { stackPicture, type StackSubject } from '../../../src/state/picture/stack-picture.ts';
import {
  makeCorrelation,
  stackImage,
  type CorrelationLayer,
  type ReceptivePart,
} from '../../../src/state/stack.ts';
import { forwardStack } from '../../../src/state/stack-forward.ts';
import { nodesOf, readXml } from '../../math/figure/read-xml.ts';
import { arbitraryDocument } from '../arbitrary-document.ts';
import { INKS, PLAIN_LOOK } from './looks.ts';

const WORDS = { title: 'T', nameOf: (level: number) => `level ${String(level)}` };
const engine = await openEngine({ prefer: 'cpu' });

async function subjectOf({ image, layers }: ReceptivePart): Promise<StackSubject> {
  const { shapes } = planStack(stackImage(image), layers);
  const levels = await forwardStack(engine, image, layers);
  const place = { level: shapes.length - 1, channel: 0, row: 0, column: 0 };
  return { layers, shapes, levels, view: DEFAULT_VIEW, place };
}

function gridsOf(subject: StackSubject, look = PLAIN_LOOK) {
  const root = readXml(svgText(stackPicture(subject, WORDS, look)));
  const grids = nodesOf(root, 'g').filter(({ attributes }) => attributes['data-grid'] !== undefined);
  return { root, grids: new Map(grids.map((grid) => [grid.attributes['data-grid'], grid])) };
}

test('any stack has every value of every map, in the map’s colours', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDocument, async ({ receptive }) => {
      const subject = await subjectOf(receptive);
      const { grids } = gridsOf(subject);
      expect(grids.size).toBe(subject.levels.reduce((total, { shape }) => total + shape[1], 0));
      subject.levels.forEach(({ shape: [, channels, rows, columns], data }, level) => {
        for (let channel = 0; channel < channels; channel++) {
          const values = data.subarray(channel * rows * columns, (channel + 1) * rows * columns);
          const grid = grids.get(`${String(level)}:${String(channel)}`);
          expect(grid && nodesOf(grid, 'text').map(({ text }) => text)).toEqual(
            Array.from(values, (value) => formatNumber(value, 2)),
          );
          const [squares] = grid ? nodesOf(grid, 'g') : [];
          const scale = mapScale(values, level, DEFAULT_VIEW);
          expect(squares && nodesOf(squares, 'rect').map(({ attributes }) => attributes.fill)).toEqual(
            Array.from(values, (value) => scaleColor(scale, value, 'light').background),
          );
        }
      });
    }),
    { numRuns: 12 },
  );
});

test('maps of one level neither overlap nor leave the picture', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDocument, async ({ receptive }) => {
      const { width, height, shapes } = stackPicture(await subjectOf(receptive), WORDS, PLAIN_LOOK);
      const boxes = shapes.flatMap((shape) =>
        shape.kind === 'cells'
          ? [
              {
                x: shape.x,
                y: shape.y,
                right: shape.x + shape.columns * shape.cell,
                bottom: shape.y + (shape.cells.length / shape.columns) * shape.cell,
              },
            ]
          : [],
      );
      boxes.forEach((one, i) => {
        expect(one.right).toBeLessThanOrEqual(width - 20);
        expect(one.bottom).toBeLessThanOrEqual(height - 20);
        for (const other of boxes.slice(i + 1)) {
          const apart =
            one.right <= other.x || other.right <= one.x || one.bottom <= other.y || other.bottom <= one.y;
          expect(apart).toBe(true);
        }
      });
    }),
    { numRuns: 12 },
  );
});

describe('the article’s stack', () => {
  test('says its levels, and the field of the last element is all of the image', async () => {
    const subject = await subjectOf(DEFAULT_DOCUMENT.receptive);
    const { root, grids } = gridsOf(subject);
    const texts = nodesOf(root, 'text').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['level 0', '3 × 3', '→', 'level 2', '1 × 1']));
    const last = grids.get('2:0');
    expect(last && nodesOf(last, 'text').map(({ text }) => text)).toEqual(['228']);
    const drawing = stackPicture(subject, WORDS, { ...PLAIN_LOOK, marks: true });
    const frames = drawing.shapes.filter((shape) => shape.kind === 'box');
    const [cells] = drawing.shapes.filter((shape) => shape.kind === 'cells');
    expect(frames.map(({ width, stroke }) => [width / (cells?.cell ?? 1), stroke])).toEqual([
      [3, INKS.field],
      [2, INKS.field],
      [1, INKS.field],
    ]);
    expect([frames[0]?.x, frames[0]?.y]).toEqual([cells?.x, cells?.y]);
  });

  test('what an element of the image reaches is dashed above it', async () => {
    const subject = await subjectOf(DEFAULT_DOCUMENT.receptive);
    const place = { level: 0, channel: 0, row: 0, column: 0 };
    const { shapes } = stackPicture({ ...subject, place }, WORDS, { ...PLAIN_LOOK, marks: true });
    const frames = shapes.filter((shape) => shape.kind === 'box');
    expect(frames.map(({ dash }) => dash !== undefined)).toEqual([false, true, true]);
  });
});

describe('a field that hangs over the image', () => {
  const MARKED = { ...PLAIN_LOOK, marks: true };
  const padded = (...sides: number[]) =>
    sides.map((side) =>
      makeCorrelation({
        kernel: [side, side],
        padding: (side - 1) / 2,
        weights: { kind: 'torch', seed: 1 },
      }),
    );

  async function cornerOf(layers: readonly CorrelationLayer[]) {
    return subjectOf({ ...DEFAULT_DOCUMENT.receptive, layers });
  }

  test('has its cells outside in the field’s colour, and those that it does not cover sunken', async () => {
    const subject = await cornerOf(padded(3));
    const { grids } = gridsOf(subject, MARKED);
    const image = grids.get('0:0');
    const [squares] = image ? nodesOf(image, 'g') : [];
    const fills = squares ? nodesOf(squares, 'rect').map(({ attributes }) => attributes.fill) : [];
    // 0.3 of #b87300 in #fcfcfa: 0.3 · 184 + 0.7 · 252 = 231.6, 0.3 · 115 + 0.7 · 252 = 210.9, 0.7 · 250 = 175.
    const covered = '#e8d3af';
    const { sunken } = INKS;
    expect(fills).toHaveLength(16);
    expect(fills.slice(0, 4)).toEqual([covered, covered, covered, sunken]);
    expect([fills[4], fills[8], fills[12]]).toEqual([covered, covered, sunken]);
    expect(image && nodesOf(image, 'text').map(({ text }) => text)).toEqual(Array.from('012345678'));
    expect(image?.attributes).toMatchObject({ 'data-rows': '4', 'data-columns': '4' });
  });

  test('has a frame around the cells that exist, and a dashed one around all', async () => {
    const { boxes, sides } = framesOnImage(await cornerOf(padded(3)));
    expect(boxes.slice(0, 2)).toEqual([
      { corner: [1, 1], side: 3, stroke: INKS.strong },
      { corner: [1, 1], side: 2, stroke: INKS.field },
    ]);
    expect(sides).toEqual(['0,0 3,0', '3,0 3,3', '0,3 3,3', '0,0 0,3']);
  });

  test('is open where it goes on past 24 cells: here from −25 to 25, on an image of 3', async () => {
    const { columns, sides } = framesOnImage(await cornerOf(padded(15, 15, 15, 9)));
    expect(columns).toBe(24 + 3 + 23);
    expect(sides.slice(0, 2)).toEqual(['50,0 50,50', '0,50 50,50']);
  });

  test('is not drawn without marks', async () => {
    const { grids } = gridsOf(await cornerOf(padded(3)));
    expect(grids.get('0:0')?.attributes).toMatchObject({ 'data-rows': '3', 'data-columns': '3' });
  });
});

/** In cells of the image's grid, its ring included. */
function framesOnImage(subject: StackSubject) {
  const { shapes } = stackPicture(subject, WORDS, { ...PLAIN_LOOK, marks: true });
  const grid = shapes.find((shape) => shape.kind === 'cells');
  if (!grid) throw new Error('a picture has cells');
  const inCells = (x: number, y: number) =>
    [x - grid.x, y - grid.y].map((length) => Math.round(length / grid.cell));
  return {
    columns: grid.columns,
    boxes: shapes.flatMap((shape) =>
      shape.kind === 'box'
        ? [{ corner: inCells(shape.x, shape.y), side: shape.width / grid.cell, stroke: shape.stroke }]
        : [],
    ),
    sides: shapes.flatMap((shape) => {
      if (shape.kind !== 'line') return [];
      expect(shape).toMatchObject({ stroke: INKS.field, dash: [expect.any(Number), expect.any(Number)] });
      return [shape.points.map((point) => inCells(...point).join(',')).join(' ')];
    }),
  };
}
