/** One correlation as a TensorFlow.js program. Its images are [batch, height, width, channels], its kernels [height, width, in, out]. */
import { outputSize } from '../../math/geometry.ts';
import type { CorrelationPart, NumberGrid } from '../document.ts';
import { hasPadding, isOne } from './geometry-text.ts';
import { batchText, cellText, nestedText } from './literal.ts';

export const TENSORFLOW_IMPORT = "import * as tf from '@tensorflow/tfjs';";

export function tensorflowCorrelation(part: CorrelationPart): string {
  const { image, kernel, padding, flip } = part;
  const [top, left, bottom, right] = padding.map(String);
  const rows = `[${String(top)}, ${String(bottom)}]`;
  const columns = `[${String(left)}, ${String(right)}]`;
  return [
    TENSORFLOW_IMPORT,
    '',
    `${hasPadding(padding) ? 'let' : 'const'} X = ${imageText(image)};`,
    `${flip ? 'let' : 'const'} K = ${kernelText(kernel)};`,
    ...(flip ? ['K = K.reverse([0, 1]); // true convolution: the kernel turned by half a turn'] : []),
    ...(hasPadding(padding) ? [`X = X.pad([[0, 0], ${rows}, ${columns}, [0, 0]]);`] : []),
    `const Y = ${conv2dText(part)};`,
    'Y.squeeze([0, 3]).print();',
    '',
  ].join('\n');
}

export function imageText(...grids: readonly [NumberGrid, ...NumberGrid[]]): string {
  const shape = `[${String(grids.length)}, ${sides(grids[0])}, 1]`;
  return `tf.tensor(${batchText(grids, cellText)}).reshape(${shape})`;
}

export function kernelText(grid: NumberGrid): string {
  return `tf.tensor(${nestedText(grid, cellText)}).reshape([${sides(grid)}, 1, 1])`;
}

/** `6, 8` */
export function sides({ rows, columns }: NumberGrid): string {
  return `${String(rows)}, ${String(columns)}`;
}

/** It has no stride and dilation at once: then every place is computed, and those of the stride are taken. */
function conv2dText(part: CorrelationPart): string {
  const { stride, dilation } = part;
  if (isOne(dilation)) return `tf.conv2d(X, K, ${isOne(stride) ? '1' : listText(stride)}, 'valid')`;
  const all = `tf.conv2d(X, K, 1, 'valid', 'NHWC', ${listText(dilation)})`;
  return isOne(stride)
    ? all
    : `${all}.stridedSlice([0, 0, 0, 0], ${endText(part)}, [1, ${stride.join(', ')}, 1])`;
}

/** The shape of the response with a stride of one. */
function endText({ image, kernel, padding, dilation }: CorrelationPart): string {
  const size = outputSize([image.rows, image.columns], [kernel.rows, kernel.columns], { padding, dilation });
  return `[1, ${size.join(', ')}, 1]`;
}

function listText(pair: readonly [number, number]): string {
  return `[${pair.join(', ')}]`;
}
