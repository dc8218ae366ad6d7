/** Sizes through a stack, and where it becomes impossible. */
import { describe, expect, it } from 'vitest';
import { axisLayer, planStack, weightCount, type CorrelationShape } from '../../../src/math/stack/layer.ts';

const square = (side: number, more: Partial<CorrelationShape> = {}): CorrelationShape => {
  return {
    kind: 'correlation',
    kernel: [side, side],
    stride: 1,
    padding: 0,
    dilation: 1,
    channels: 1,
    ...more,
  };
};

describe('the sizes through a stack', () => {
  it("are 3×3, 2×2 and 1×1 for the article's two layers", () => {
    expect(planStack([1, 3, 3], [square(2), square(2)])).toEqual({
      shapes: [
        [1, 3, 3],
        [1, 2, 2],
        [1, 1, 1],
      ],
      faultAt: null,
    });
  });

  it('are those of LeNet-5 (LeCun et al. 1998: 28, 14, 10, 5, 1 with 6, 16 and 120 maps)', () => {
    const halve = { kind: 'pooling', method: 'average', size: 2, stride: 2 } as const;
    const tanh = { kind: 'activation', name: 'tanh' } as const;
    const layers = [
      square(5, { channels: 6 }),
      tanh,
      halve,
      square(5, { channels: 16 }),
      tanh,
      halve,
      square(5, { channels: 120 }),
    ];
    expect(planStack([1, 32, 32], layers).shapes.map((shape) => shape.join('×'))).toEqual([
      '1×32×32',
      '6×28×28',
      '6×28×28',
      '6×14×14',
      '16×10×10',
      '16×10×10',
      '16×5×5',
      '120×1×1',
    ]);
  });

  it('follow stride, padding and dilation, and each side of the kernel by itself', () => {
    expect(
      planStack([1, 7, 9], [square(3, { kernel: [1, 3], stride: 2, padding: 1, dilation: 2 })]).shapes[1],
    ).toEqual([1, 5, 4]);
  });
});

describe('a stack that cannot be', () => {
  it('is followed as far as it goes', () => {
    expect(planStack([1, 3, 3], [square(2), square(2), square(2), square(2)])).toEqual({
      shapes: [
        [1, 3, 3],
        [1, 2, 2],
        [1, 1, 1],
      ],
      faultAt: 2,
    });
  });

  it('is too small along one axis already: a dilated kernel of 3 spans 9 cells', () => {
    const layers = [square(3, { dilation: 4 })];
    const faultAt = (...size: [number, number]) => planStack([1, ...size], layers).faultAt;
    expect([faultAt(9, 8), faultAt(8, 9), faultAt(9, 9)]).toEqual([0, 0, null]);
  });

  it('can be a pooling', () => {
    expect(planStack([2, 2, 2], [{ kind: 'pooling', method: 'max', size: 3, stride: 1 }]).faultAt).toBe(0);
  });
});

it('weights: out · in · height · width, none outside correlations', () => {
  expect(weightCount(square(5, { channels: 16 }), 6)).toBe(2400);
  expect(weightCount({ kind: 'activation', name: 'relu' }, 6)).toBe(0);
});

it('an activation sees one cell', () => {
  expect(axisLayer({ kind: 'activation', name: 'relu' }, 1)).toEqual({
    kernel: 1,
    stride: 1,
    padding: 0,
    dilation: 1,
  });
});
