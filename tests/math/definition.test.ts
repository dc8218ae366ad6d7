import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate, flipKernel, imageGradient, kernelGradient } from '../../src/math/definition.ts';
import { GeometryError, ShapeError } from '../../src/math/problem.ts';
import { makeTensor, type NumericTensor, type Shape4 } from '../../src/math/tensor.ts';
import forward from '../fixtures/forward_onnx.json';
import inputGradient from '../fixtures/input_gradient_onnx.json';
import { innerProduct, nudged, operandSamples, scatteredTensor } from './operand-samples.ts';

const RUNS = { numRuns: 60 };

describe('literal answers', () => {
  it("gives the article's 19, 25, 37, 43", () => {
    const image = makeTensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const kernel = makeTensor([1, 1, 2, 2], [0, 1, 2, 3]);
    const response = correlate(image, kernel);
    expect(response.shape).toEqual([1, 1, 2, 2]);
    expect([...response.data]).toEqual([19, 25, 37, 43]);
  });

  it.each(forward.cases)('$name (ONNX)', (sample) => {
    const response = correlate(tensorOf(sample.input), tensorOf(sample.weight), geometryOf(sample));
    expect(response.shape).toEqual(sample.output.shape);
    expect([...response.data]).toEqual(sample.output.data);
  });

  it.each(inputGradient.cases)('$name (ONNX)', (sample) => {
    const size = [sample.input_shape[2] ?? 0, sample.input_shape[3] ?? 0] as const;
    const gradient = imageGradient(
      tensorOf(sample.grad_output),
      tensorOf(sample.weight),
      size,
      geometryOf(sample),
    );
    expect(gradient.shape).toEqual(sample.grad_input.shape);
    expect([...gradient.data]).toEqual(sample.grad_input.data);
  });

  it('keeps groups apart: each of two groups sees its own channel', () => {
    const image = makeTensor([1, 2, 1, 2], [1, 2, 10, 20]);
    const kernel = makeTensor([2, 1, 1, 1], [3, 5]);
    expect([...correlate(image, kernel, { groups: 2 }).data]).toEqual([3, 6, 50, 100]);
  });

  it('pads top, left, bottom and right each by its own amount', () => {
    const one = makeTensor([1, 1, 1, 1], [1]);
    const response = correlate(one, one, { padding: [1, 2, 0, 1] });
    expect(response.shape).toEqual([1, 1, 2, 4]);
    expect([...response.data]).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
  });

  it('steps by the stride and reaches by the dilation', () => {
    const image = makeTensor([1, 1, 1, 7], [1, 10, 100, 1000, 1e4, 1e5, 1e6]);
    const kernel = makeTensor([1, 1, 1, 2], [1, 2]);
    const response = correlate(image, kernel, { stride: [1, 2], dilation: [1, 3] });
    expect([...response.data]).toEqual([1 + 2e3, 100 + 2e5]);
  });
});

describe('identities', () => {
  it('a delta kernel of any odd size gives the image back', () => {
    const image = scatteredTensor([1, 1, 5, 7], 3);
    const delta = makeTensor([1, 1, 3, 5], [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect([...correlate(image, delta, { padding: [1, 2, 1, 2] }).data]).toEqual(Array.from(image.data));
  });

  it('is linear in the image', () => {
    fc.assert(
      fc.property(operandSamples, fc.double({ min: -2, max: 2, noNaN: true }), (sample, factor) => {
        const { image, kernel, geometry } = sample;
        const other = scatteredTensor(image.shape, 99);
        const mixed = combine(image, factor, other);
        const expected = combine(
          correlate(image, kernel, geometry),
          factor,
          correlate(other, kernel, geometry),
        );
        expectClose(correlate(mixed, kernel, geometry), expected);
      }),
      RUNS,
    );
  });

  it('shifts its response by a cell when the image shifts by a stride', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), (stride, dilation) => {
        const wide = scatteredTensor([1, 2, 4, 16], stride);
        const kernel = scatteredTensor([2, 2, 2, 3], dilation);
        const geometry = { stride: [1, stride], dilation: [1, dilation] } as const;
        const whole = correlate(wide, kernel, geometry);
        const shifted = correlate(dropColumns(wide, stride), kernel, geometry);
        expect(Array.from(shifted.data)).toEqual(Array.from(dropColumns(whole, 1).data));
      }),
    );
  });

  it('with groups is one correlation for each group, side by side', () => {
    const image = scatteredTensor([2, 6, 4, 4], 7);
    const kernel = scatteredTensor([4, 3, 2, 2], 8);
    const whole = correlate(image, kernel, { groups: 2 });
    for (const group of [0, 1]) {
      const part = correlate(sliceChannels(image, 3 * group, 3), sliceOutputs(kernel, 2 * group, 2));
      expect(Array.from(sliceChannels(whole, 2 * group, 2).data)).toEqual(Array.from(part.data));
    }
  });

  it('with the flipped kernel is true convolution: polynomial multiplication', () => {
    // (1 + 2x + 3x²)(4 + 5x) = 4 + 13x + 22x² + 15x³
    const image = makeTensor([1, 1, 1, 3], [1, 2, 3]);
    const kernel = makeTensor([1, 1, 1, 2], [4, 5]);
    const product = correlate(image, flipKernel(kernel), { padding: [0, 1, 0, 1] });
    expect([...product.data]).toEqual([4, 13, 22, 15]);
  });

  it('turning image and kernel by half a turn turns the response', () => {
    const image = scatteredTensor([2, 2, 5, 6], 1);
    const kernel = scatteredTensor([3, 2, 2, 3], 2);
    expectClose(correlate(flipKernel(image), flipKernel(kernel)), flipKernel(correlate(image, kernel)));
  });

  it('flips every plane on its own, and twice is none', () => {
    const kernel = makeTensor([1, 2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...flipKernel(kernel).data]).toEqual([4, 3, 2, 1, 8, 7, 6, 5]);
    expect([...flipKernel(flipKernel(kernel)).data]).toEqual([...kernel.data]);
  });

  it('has the two gradients as adjoints: <corr(x, k), r> = <k, dK> = <x, dX>', () => {
    fc.assert(
      fc.property(operandSamples, ({ plan, geometry, image, kernel, upstream }) => {
        const value = innerProduct(correlate(image, kernel, geometry), upstream);
        const byKernel = innerProduct(kernel, kernelGradient(image, upstream, plan.kernel, geometry));
        const byImage = innerProduct(image, imageGradient(upstream, kernel, plan.image, geometry));
        expect(byKernel).toBeCloseTo(value, 10);
        expect(byImage).toBeCloseTo(value, 10);
      }),
      RUNS,
    );
  });
});

describe('central differences', () => {
  it('agree with both gradients', () => {
    fc.assert(
      fc.property(operandSamples, fc.nat(), ({ plan, geometry, image, kernel, upstream }, pick) => {
        const loss = (x: NumericTensor, k: NumericTensor) =>
          innerProduct(correlate(x, k, geometry), upstream);
        const inKernel = pick % kernel.data.length;
        const inImage = pick % image.data.length;
        const slopeInKernel = slope((h) => loss(image, nudged(kernel, inKernel, h)));
        const slopeInImage = slope((h) => loss(nudged(image, inImage, h), kernel));
        const dKernel = kernelGradient(image, upstream, plan.kernel, geometry);
        const dImage = imageGradient(upstream, kernel, plan.image, geometry);
        expect(dKernel.data[inKernel]).toBeCloseTo(slopeInKernel, 8);
        expect(dImage.data[inImage]).toBeCloseTo(slopeInImage, 8);
      }),
      RUNS,
    );
  });
});

describe('operands that do not fit', () => {
  const image = makeTensor([1, 2, 3, 3], new Float32Array(18));
  const kernel = makeTensor([1, 2, 2, 2], new Float32Array(8));
  const upstream = makeTensor([1, 1, 2, 2], new Float32Array(4));

  it('are named errors', () => {
    const deep = makeTensor([1, 3, 1, 1], [1, 2, 3]);
    expect(() => correlate(image, deep)).toThrow(ShapeError);
    expect(() => correlate(image, kernel, { dilation: [3, 1] })).toThrow(GeometryError);
    expect(() => correlate({ shape: [1, 2, 3, 3], data: [1] }, kernel)).toThrow(ShapeError);
    expect(() => kernelGradient(image, upstream, [3, 2])).toThrow(ShapeError);
    expect(() => imageGradient(upstream, kernel, [3, 4])).toThrow(ShapeError);
  });

  it('include data that do not fill their shape, on every side', () => {
    const short = (tensor: NumericTensor) => ({ shape: tensor.shape, data: [1] });
    expect(() => correlate(image, short(kernel))).toThrow('kernel holds 1 values');
    expect(() => kernelGradient(short(image), upstream, [2, 2])).toThrow('image holds 1 values');
    expect(() => kernelGradient(image, short(upstream), [2, 2])).toThrow('upstream holds 1 values');
    expect(() => imageGradient(short(upstream), kernel, [3, 3])).toThrow('upstream holds 1 values');
    expect(() => imageGradient(upstream, short(kernel), [3, 3])).toThrow('kernel holds 1 values');
  });

  it('include sizes that are not whole numbers from 1', () => {
    const tall = makeTensor([1, 1, 4, 2], new Float32Array(8));
    expect(() => kernelGradient(image, tall, [0, 2])).toThrow('kernel height is 0');
    expect(() => imageGradient(upstream, kernel, [3, 2.5])).toThrow('image width is 2.5');
  });
});

interface OnnxCase {
  readonly strides: readonly number[];
  readonly pads: readonly number[];
  readonly dilations: readonly number[];
  readonly groups: number;
}

function geometryOf({ strides, pads, dilations, groups }: OnnxCase) {
  const [top = 0, left = 0, bottom = 0, right = 0] = pads;
  return {
    stride: [strides[0] ?? 1, strides[1] ?? 1],
    padding: [top, left, bottom, right],
    dilation: [dilations[0] ?? 1, dilations[1] ?? 1],
    groups,
  } as const;
}

function tensorOf({ shape, data }: { shape: readonly number[]; data: readonly number[] }): NumericTensor {
  const [n = 1, c = 1, h = 1, w = 1] = shape;
  return { shape: [n, c, h, w], data };
}

function combine(a: NumericTensor, factor: number, b: NumericTensor): NumericTensor {
  return { shape: a.shape, data: Array.from(a.data, (value, i) => value + factor * (b.data[i] ?? 0)) };
}

function sliceChannels({ shape, data }: NumericTensor, start: number, count: number): NumericTensor {
  const [n, c, h, w] = shape;
  const channelOf = (i: number) => Math.floor(i / (h * w)) % c;
  const kept = Array.from(data).filter((_, i) => channelOf(i) >= start && channelOf(i) < start + count);
  return { shape: [n, count, h, w], data: kept };
}

function sliceOutputs({ shape, data }: NumericTensor, start: number, count: number): NumericTensor {
  const [, c, h, w] = shape;
  return {
    shape: [count, c, h, w],
    data: Array.from(data).slice(start * c * h * w, (start + count) * c * h * w),
  };
}

function dropColumns({ shape, data }: NumericTensor, count: number): NumericTensor {
  const [n, c, h, w] = shape;
  const kept: Shape4 = [n, c, h, w - count];
  return { shape: kept, data: Array.from(data).filter((_, i) => i % w >= count) };
}

function slope(loss: (step: number) => number): number {
  const h = 1e-3; // the loss is linear in one element, so only rounding counts
  return (loss(h) - loss(-h)) / (2 * h);
}

function expectClose(actual: NumericTensor, expected: NumericTensor): void {
  expect(actual.shape).toEqual(expected.shape);
  Array.from(expected.data).forEach((value, i) => {
    expect(actual.data[i]).toBeCloseTo(value, 10);
  });
}
