/** Edits of a stack. */
import { describe, expect, it } from 'vitest';
import * as receptive from '../../../src/state/actions/receptive.ts';
import { planStack } from '../../../src/math/stack/layer.ts';
import { DEFAULT_DOCUMENT, type PlaygroundDocument } from '../../../src/state/document.ts';
import { makeActivation, makeCorrelation, reseeded, type StackLayer } from '../../../src/state/stack.ts';
import { kernelsOn, layerWeight } from '../../../src/state/layer-weight.ts';
import { after, failureOf } from './run-action.ts';

const kinds = ({ receptive: { layers } }: PlaygroundDocument) => layers.map(({ kind }) => kind);

function layerOf(document: PlaygroundDocument, at = 0): StackLayer {
  const layer = document.receptive.layers[at];
  if (!layer) throw new Error('no such layer');
  return layer;
}

describe('layers', () => {
  const pooled = after(receptive.addLayer, { at: 1, kind: 'pooling' });

  it('are added where they are wanted', () => {
    expect(kinds(pooled)).toEqual(['correlation', 'pooling', 'correlation']);
    expect(kinds(after(receptive.addLayer, { at: 0, kind: 'activation' }))).toEqual([
      'activation',
      'correlation',
      'correlation',
    ]);
  });

  it('are eight at most and one at least', () => {
    let document = DEFAULT_DOCUMENT;
    for (let count = 3; count <= 8; count++)
      document = after(receptive.addLayer, { at: 0, kind: 'activation' }, document);
    expect(failureOf(receptive.addLayer, { at: 0, kind: 'pooling' }, document)).toMatchObject({
      code: 'out-of-range',
      field: 'layers',
    });
    const one = after(receptive.removeLayer, 0);
    expect(kinds(one)).toEqual(['correlation']);
    expect(failureOf(receptive.removeLayer, 0, one)).toMatchObject({ code: 'out-of-range', field: 'layers' });
  });

  it('change places', () => {
    expect(kinds(after(receptive.moveLayer, { from: 1, to: 0 }, pooled))).toEqual([
      'pooling',
      'correlation',
      'correlation',
    ]);
    expect(after(receptive.moveLayer, { from: 1, to: 3 }, pooled)).toEqual(pooled);
  });

  it('become others', () => {
    expect(layerOf(after(receptive.setLayerKind, { at: 1, kind: 'activation' }), 1)).toEqual({
      kind: 'activation',
      name: 'relu',
    });
  });
});

describe('the numbers of a layer', () => {
  it.each([
    ['layer-stride', 2, { stride: 2 }],
    ['layer-padding', 8, { padding: 8 }],
    ['layer-dilation', 3, { dilation: 3 }],
    ['kernel-rows', 3, { kernel: [3, 2] }],
    ['kernel-columns', 1, { kernel: [2, 1] }],
    ['channels', 3, { channels: 3 }],
  ] as const)('%s %d', (field, value, changed) => {
    expect(layerOf(after(receptive.setLayerNumber, { at: 0, field, value }))).toMatchObject(changed);
  });

  it.each([
    ['layer-stride', 0],
    ['layer-padding', -1],
    ['layer-dilation', 1.5],
    ['kernel-rows', 16],
    ['channels', 17],
    ['pooling-size', NaN],
  ] as const)('%s cannot be %d', (field, value) => {
    expect(failureOf(receptive.setLayerNumber, { at: 0, field, value })).toMatchObject({ field });
  });

  it('may make the stack impossible: it is marked, not refused', () => {
    expect(
      layerOf(after(receptive.setLayerNumber, { at: 1, field: 'kernel-rows', value: 3 }), 1),
    ).toMatchObject({
      kernel: [3, 2],
    });
  });
});

const FIRST = { at: 0, channel: 0, input: 0 };

describe('weights', () => {
  it("of a seed are PyTorch's", () => {
    const seeded = layerOf(after(receptive.setLayerSeed, { at: 0, seed: 0 }));
    if (seeded.kind !== 'correlation') throw new Error('not a correlation');
    // torch.manual_seed(0); torch.nn.Conv2d(1, 1, 2, bias=False).weight
    const [first, second] = layerWeight(seeded, 1).data;
    expect(first).toBeCloseTo(-0.003743, 5);
    expect(second).toBeCloseTo(0.268222, 5);
  });

  it('of a seed are shown by the channel that comes in', () => {
    const layer = makeCorrelation({ kernel: [1, 1], channels: 2, weights: { kind: 'torch', seed: 0 } });
    // torch.manual_seed(0); torch.rand(6) is 0.4963, 0.7682, 0.0885, 0.1320, 0.3074, 0.6341, and Conv2d(3, 2, 1) has
    // (2 u − 1) / √3 of them, output channel by output channel.
    const [first, second] = kernelsOn(layer, 3, 2).map(({ values }) => values[0] ?? NaN);
    expect(first).toBeCloseTo((2 * 0.0885 - 1) / Math.sqrt(3), 4);
    expect(second).toBeCloseTo((2 * 0.6341 - 1) / Math.sqrt(3), 4);
  });

  it('typed on a seeded layer keep the channel that was shown, on every channel that comes in', () => {
    const layers: readonly StackLayer[] = [
      makeCorrelation({ kernel: [1, 1], channels: 3, weights: { kind: 'torch', seed: 1 } }),
      makeActivation('relu'),
      makeCorrelation({ kernel: [1, 1], channels: 2, weights: { kind: 'torch', seed: 0 } }),
    ];
    const document = { ...DEFAULT_DOCUMENT, receptive: { ...DEFAULT_DOCUMENT.receptive, layers } };
    const place = { at: 2, channel: 0, input: 2, row: 0, column: 0 };
    const layer = layerOf(after(receptive.setLayerCell, { ...place, value: 7 }, document), 2);
    if (layer.kind !== 'correlation') throw new Error('not a correlation');
    const kept = (2 * 0.6341 - 1) / Math.sqrt(3);
    const weight = [...layerWeight(layer, 3).data];
    expect(weight.slice(0, 3)).toEqual([7, 7, 7]);
    for (const value of weight.slice(3)) expect(value).toBeCloseTo(kept, 4);
  });

  it('typed in one cell keep the others', () => {
    const typed = layerOf(
      after(receptive.setLayerCell, { at: 0, channel: 0, input: 0, row: 1, column: 0, value: -2.5 }),
    );
    expect(typed).toMatchObject({ weights: { kind: 'typed', kernels: [{ values: [0, 1, -2.5, 3] }] } });
  });

  it('of a kernel bring its size, and make room beside others', () => {
    const kernel = { rows: 1, columns: 3, values: [1, 0, -1] };
    expect(layerOf(after(receptive.replaceLayerKernel(FIRST)('paste-kernel'), kernel))).toMatchObject({
      kernel: [1, 3],
      weights: { kernels: [kernel] },
    });
    const two = after(receptive.setLayerNumber, { at: 0, field: 'channels', value: 2 });
    expect(
      layerOf(after(receptive.replaceLayerKernel({ ...FIRST, channel: 1 })('paste-kernel'), kernel, two)),
    ).toMatchObject({
      kernel: [2, 3],
      weights: { kernels: [{ values: [0, 0, 1, 0, 2, 3] }, { values: [0, 0, 0, 1, 0, -1] }] },
    });
  });

  it('of one kernel a channel are laid on every channel that comes in', () => {
    const layer = layerOf(DEFAULT_DOCUMENT);
    if (layer.kind !== 'correlation') throw new Error('not a correlation');
    expect([...layerWeight(layer, 2).data]).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });

  it('of other draws differ, and typed ones do not', () => {
    const seeded = after(receptive.setLayerSeed, { at: 0, seed: 7 }).receptive.layers;
    expect(reseeded(seeded, 0)).toEqual(seeded);
    expect(reseeded(seeded, 2)).toEqual([
      { ...seeded[0], weights: { kind: 'torch', seed: 2007 } },
      seeded[1],
    ]);
  });
});

it('an example brings its image and layers, and leaves the rest', () => {
  const { receptive: part } = after(receptive.useStackExample, 'lenet');
  expect(part.image).toMatchObject({ rows: 32, columns: 32 });
  expect(part.layers).toHaveLength(7);
  expect(part.depth).toEqual(DEFAULT_DOCUMENT.receptive.depth);
  expect(after(receptive.useStackExample, 'article')).toEqual(DEFAULT_DOCUMENT);
});

it('deeper for wider becomes the stack on request', () => {
  const deep = after(receptive.setDepth, { layers: 8, kernel: 3 });
  expect(deep.receptive.depth).toEqual({ layers: 8, kernel: 3 });
  expect(failureOf(receptive.setDepth, { layers: 9, kernel: 3 })).toMatchObject({ field: 'depth' });
  const { layers, image } = after(receptive.useDepth, { layers: 8, kernel: 3 }).receptive;
  expect(layers).toHaveLength(8);
  // Eight layers of 3×3 need 8 · 2 + 1 cells: the counting image lies in their middle.
  expect([image.rows, image.columns, image.values[8 * 17 + 8]]).toEqual([17, 17, 4]);
  expect(after(receptive.useDepth, { layers: 2, kernel: 2 }).receptive.image).toEqual(
    DEFAULT_DOCUMENT.receptive.image,
  );
});

it('an element is pinned, and let go', () => {
  const place = { level: 1, channel: 0, row: 1, column: 0 };
  const pinned = after(receptive.pinElement, place);
  expect(pinned.receptive.pinned).toEqual(place);
  expect(after(receptive.pinElement, null, pinned)).toEqual(DEFAULT_DOCUMENT);
  expect(failureOf(receptive.pinElement, { ...place, row: -1 })).toMatchObject({ field: 'pinned' });
  expect(after(receptive.useStackExample, 'article', pinned)).toEqual(DEFAULT_DOCUMENT);
});

it('a known network is chosen, and becomes the stack as far as that can be', () => {
  expect(after(receptive.setNetwork, 'vgg').receptive).toEqual({
    ...DEFAULT_DOCUMENT.receptive,
    network: 'vgg',
  });
  const { image, layers } = after(receptive.useNetwork, 'lenet').receptive;
  expect(planStack([1, image.rows, image.columns], layers).shapes).toEqual([
    [1, 32, 32],
    [6, 28, 28],
    [6, 14, 14],
    [16, 10, 10],
    [16, 5, 5],
    [16, 1, 1],
  ]);
});
