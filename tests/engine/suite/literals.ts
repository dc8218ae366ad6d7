/** Published answers: the article's, and those of the ONNX backend tests. */
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/index.ts';
import { BARS_IMAGE, COUNTING_IMAGE, COUNTING_KERNEL, EDGE_KERNEL } from '../../../src/math/article.ts';
import { makeTensor, type Shape4, type Tensor4 } from '../../../src/math/tensor.ts';
import forward from '../../fixtures/forward_onnx.json';
import inputGradient from '../../fixtures/input_gradient_onnx.json';
import { valuesOf } from './values.ts';

const EDGES_ROW = [0, 1, 0, 0, 0, -1, 0];

export function describeLiterals(engine: () => Engine): void {
  describe('published answers', () => {
    test('the article, §1: 19, 25, 37, 43', async () => {
      const response = await engine().correlate(COUNTING_IMAGE, COUNTING_KERNEL);
      expect(response.shape).toEqual([1, 1, 2, 2]);
      expect(valuesOf(response)).toEqual([19, 25, 37, 43]);
    });

    test('the article, §2: +1 and -1 at the two edges', async () => {
      const response = await engine().correlate(BARS_IMAGE, EDGE_KERNEL);
      expect(response.shape).toEqual([1, 1, 6, 7]);
      expect(valuesOf(response)).toEqual(Array<number[]>(6).fill(EDGES_ROW).flat());
    });

    test('the article, §2: nothing on the transposed image, unless the kernel is transposed as well', async () => {
      const image = transpose(BARS_IMAGE);
      const across = await engine().correlate(image, EDGE_KERNEL);
      expect(across.shape).toEqual([1, 1, 8, 5]);
      expect(valuesOf(across)).toEqual(Array<number>(40).fill(0));
      const down = await engine().correlate(image, transpose(EDGE_KERNEL));
      expect(down.shape).toEqual([1, 1, 7, 6]);
      expect(valuesOf(down)).toEqual(EDGES_ROW.flatMap((value) => Array<number>(6).fill(value)));
    });

    test.each(forward.cases)('$name (ONNX)', async (sample) => {
      const response = await engine().correlate(
        tensorOf(sample.input),
        tensorOf(sample.weight),
        geometryOf(sample),
      );
      expect(response.shape).toEqual(sample.output.shape);
      expect(valuesOf(response)).toEqual(sample.output.data);
    });

    test.each(inputGradient.cases)('$name (ONNX)', async (sample) => {
      const [, , height, width] = shapeOf(sample.input_shape);
      const upstream = tensorOf(sample.grad_output);
      const gradient = await engine().imageGradient(
        upstream,
        tensorOf(sample.weight),
        [height, width],
        geometryOf(sample),
      );
      expect(gradient.shape).toEqual(sample.grad_input.shape);
      expect(valuesOf(gradient)).toEqual(sample.grad_input.data);
    });
  });
}

interface OnnxGeometry {
  readonly strides: readonly number[];
  readonly pads: readonly number[];
  readonly dilations: readonly number[];
  readonly groups: number;
}

function geometryOf({ strides, pads, dilations, groups }: OnnxGeometry) {
  const [top = 0, left = 0, bottom = 0, right = 0] = pads;
  const stride = [strides[0] ?? 1, strides[1] ?? 1] as const;
  const dilation = [dilations[0] ?? 1, dilations[1] ?? 1] as const;
  return { stride, dilation, groups, padding: [top, left, bottom, right] as const };
}

function tensorOf({ shape, data }: { shape: readonly number[]; data: readonly number[] }): Tensor4 {
  return makeTensor(shapeOf(shape), data);
}

function shapeOf([n = 0, c = 0, h = 0, w = 0]: readonly number[]): Shape4 {
  return [n, c, h, w];
}

/** Rows become columns, in a tensor of one plane. */
function transpose({ shape: [, , height, width], data }: Tensor4): Tensor4 {
  const values = Array.from(data, (_, i) => data[(i % height) * width + Math.floor(i / height)] ?? NaN);
  return makeTensor([1, 1, width, height], values);
}
