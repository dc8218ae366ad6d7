/** One correlation as a NumPy program, over a view of all windows. */
import type { CorrelationPart } from '../document.ts';
import { dilatedLength } from '../../math/geometry.ts';
import { hasPadding, isOne, pairText } from './geometry-text.ts';
import { floatText, nestedText } from './literal.ts';

export const NUMPY_IMPORTS = [
  'import numpy as np',
  'from numpy.lib.stride_tricks import sliding_window_view',
] as const;

export function numpyCorrelation(part: CorrelationPart): string {
  const { image, kernel, padding, flip } = part;
  const [top, left, bottom, right] = padding.map(String);
  return [
    ...NUMPY_IMPORTS,
    '',
    `X = np.array(${nestedText(image, floatText)})`,
    `K = np.array(${nestedText(kernel, floatText)})`,
    ...(flip ? ['K = K[::-1, ::-1]  # true convolution: the kernel turned by half a turn'] : []),
    ...(hasPadding(padding)
      ? [`X = np.pad(X, ((${String(top)}, ${String(bottom)}), (${String(left)}, ${String(right)})))`]
      : []),
    `windows = ${windowsText(part)}`,
    "Y = np.einsum('ijab,ab->ij', windows, K)",
    'print(Y)',
    '',
  ].join('\n');
}

/** A dilated window has gaps: of its cells every second is taken, or every third. */
function windowsText({ kernel, stride, dilation }: CorrelationPart): string {
  const span = pairText([
    dilatedLength(kernel.rows, dilation[0]),
    dilatedLength(kernel.columns, dilation[1]),
  ]);
  const all = `sliding_window_view(X, ${isOne(dilation) ? 'K.shape' : span})`;
  if (isOne(stride) && isOne(dilation)) return all;
  const steps = isOne(dilation) ? stride : [...stride, ...dilation];
  return `${all}[${steps.map((step) => `::${String(step)}`).join(', ')}]`;
}
