/** A stack as a NumPy program, over views of all windows. */
import type { ReceptivePart } from '../stack.ts';
import { NUMPY_IMPORTS } from './numpy-correlation.ts';
import { placedLayers } from './stack-layers.ts';
import { neededFunctions, stackLines, weightFunction } from './stack-python.ts';

const POOLED = 'sliding_window_view(X, (size, size), axis=(1, 2))[:, ::stride, ::stride]';

const FUNCTIONS = {
  correlation: [
    'def correlate(X, W, stride, padding, dilation):',
    '    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))',
    '    span = [(side - 1) * dilation + 1 for side in W.shape[2:]]',
    '    windows = sliding_window_view(X, span, axis=(1, 2))',
    '    windows = windows[:, ::stride, ::stride, ::dilation, ::dilation]',
    "    return np.einsum('cyxab,ocab->oyx', windows, W)",
  ],
  max: ['def max_pool(X, size, stride):', `    return ${POOLED}.max(axis=(3, 4))`],
  average: ['def average_pool(X, size, stride):', `    return ${POOLED}.mean(axis=(3, 4))`],
};

export function numpyStack(part: ReceptivePart): string {
  const placed = placedLayers(part);
  return [
    ...NUMPY_IMPORTS,
    '',
    '',
    ...weightFunction(placed),
    ...neededFunctions(placed, FUNCTIONS),
    ...stackLines('np', part),
  ].join('\n');
}
