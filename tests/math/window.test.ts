import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTING_IMAGE, COUNTING_KERNEL } from '../../src/math/article.ts';
import { correlate } from '../../src/math/definition.ts';
import { planCorrelation } from '../../src/math/geometry.ts';
import type { NumericTensor } from '../../src/math/tensor.ts';
import { fedBy, windowOf } from '../../src/math/window.ts';
import { operandSamples, type Operands } from './operand-samples.ts';

const plan = planCorrelation(COUNTING_IMAGE.shape, COUNTING_KERNEL.shape);

describe('the window', () => {
  it("spells out the article's 19 = 0×0 + 1×1 + 3×2 + 4×3", () => {
    const products = windowOf(plan, 0, 0).map((tap) => [
      COUNTING_IMAGE.data[tap.imageRow * 3 + tap.imageColumn],
      COUNTING_KERNEL.data[tap.kernelRow * 2 + tap.kernelColumn],
    ]);
    expect(products).toEqual([
      [0, 0],
      [1, 1],
      [3, 2],
      [4, 3],
    ]);
  });

  it('says which taps are padding', () => {
    const padded = planCorrelation([1, 1, 3, 3], [1, 1, 2, 2], { padding: [1, 0, 0, 0] });
    expect(windowOf(padded, 0, 1)).toEqual([
      { kernelRow: 0, kernelColumn: 0, imageRow: -1, imageColumn: 1, inside: false },
      { kernelRow: 0, kernelColumn: 1, imageRow: -1, imageColumn: 2, inside: false },
      { kernelRow: 1, kernelColumn: 0, imageRow: 0, imageColumn: 1, inside: true },
      { kernelRow: 1, kernelColumn: 1, imageRow: 0, imageColumn: 2, inside: true },
    ]);
  });

  it('sums to the response, whatever the geometry', () => {
    fc.assert(
      fc.property(operandSamples, (sample) => {
        const { image, kernel, geometry } = planesOf(sample);
        const response = correlate(image, kernel, geometry);
        const [, , height, width] = response.shape;
        for (let i = 0; i < height * width; i++) {
          const taps = windowOf(sample.plan, Math.floor(i / width), i % width);
          const sum = taps.reduce((total, tap) => {
            const x = tap.inside ? image.data[tap.imageRow * image.shape[3] + tap.imageColumn] : 0;
            const k = kernel.data[tap.kernelRow * kernel.shape[3] + tap.kernelColumn];
            return total + (x ?? NaN) * (k ?? NaN);
          }, 0);
          expect(sum).toBeCloseTo(response.data[i] ?? NaN, 12);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a cell feeds', () => {
  it("is all four elements for the article's centre, one for its corner", () => {
    expect(fedBy(plan, 1, 1)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(fedBy(plan, 2, 2)).toEqual([[1, 1]]);
  });

  it('is nothing for cells that a stride skips, or far outside', () => {
    const strided = planCorrelation([1, 1, 4, 4], [1, 1, 1, 1], { stride: [2, 2] });
    expect(fedBy(strided, 1, 0)).toEqual([]);
    expect(fedBy(strided, -5, 0)).toEqual([]);
  });

  it('is the inverse of the window, for padding cells too', () => {
    fc.assert(
      fc.property(operandSamples, ({ plan, geometry }) => {
        const [top, left, bottom, right] = geometry.padding;
        for (let row = -top; row < plan.image[0] + bottom; row++) {
          for (let column = -left; column < plan.image[1] + right; column++) {
            const expected = elementsOf(plan.output).filter(([y, x]) =>
              windowOf(plan, y, x).some((tap) => tap.imageRow === row && tap.imageColumn === column),
            );
            expect(fedBy(plan, row, column)).toEqual(expected);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

function elementsOf([height, width]: readonly [number, number]): [number, number][] {
  return Array.from({ length: height * width }, (_, i) => [Math.floor(i / width), i % width]);
}

/** The first plane of each operand, without groups: windows explain one image and one channel. */
function planesOf({ image, kernel, geometry }: Operands) {
  const plane = ({ shape: [, , height, width], data }: NumericTensor): NumericTensor => ({
    shape: [1, 1, height, width],
    data: Array.from(data).slice(0, height * width),
  });
  return { image: plane(image), kernel: plane(kernel), geometry: { ...geometry, groups: 1 } };
}
