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
import { stackImage, type ReceptivePart } from '../../../src/state/stack.ts';
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
