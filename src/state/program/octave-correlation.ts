/** One correlation as a program for MATLAB and Octave without toolboxes. Their conv2 is true convolution. */
import { dilatedLength } from '../../math/geometry.ts';
import type { CorrelationPart } from '../document.ts';
import { hasPadding, isOne } from './geometry-text.ts';
import { matlabText } from './literal.ts';

export function octaveCorrelation(part: CorrelationPart): string {
  const { image, kernel, stride, padding, flip } = part;
  return [
    `X = ${matlabText(image)};`,
    `K = ${matlabText(kernel)};`,
    ...paddingLines(padding),
    ...dilationLines(part),
    flip
      ? "Y = conv2(X, K, 'valid');  % true convolution: conv2 turns the kernel by half a turn"
      : "Y = conv2(X, rot90(K, 2), 'valid');  % conv2 turns the kernel by half a turn: turned before, it is not",
    ...(isOne(stride) ? [] : [`Y = Y(1:${String(stride[0])}:end, 1:${String(stride[1])}:end);`]),
    'disp(Y)',
    '',
  ].join('\n');
}

function paddingLines(padding: CorrelationPart['padding']): readonly string[] {
  if (!hasPadding(padding)) return [];
  const [top, left, bottom, right] = padding;
  return [
    `padded = zeros(size(X) + [${String(top + bottom)}, ${String(left + right)}]);`,
    `padded(${String(top)} + (1:size(X, 1)), ${String(left)} + (1:size(X, 2))) = X;`,
    'X = padded;',
  ];
}

/** Zeros between the weights. */
function dilationLines({ kernel, dilation }: CorrelationPart): readonly string[] {
  if (isOne(dilation)) return [];
  const [y, x] = dilation;
  return [
    `dilated = zeros(${String(dilatedLength(kernel.rows, y))}, ${String(dilatedLength(kernel.columns, x))});`,
    `dilated(1:${String(y)}:end, 1:${String(x)}:end) = K;`,
    'K = dilated;',
  ];
}
