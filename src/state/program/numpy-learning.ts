/** A run of scene 3 as a NumPy program, with the gradient written out. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { hasBatch } from './lesson-data.ts';
import { NUMPY_IMPORTS } from './numpy-correlation.ts';
import { dataLines, loopLine, startLines, stepLines } from './python-learning.ts';

export function numpyLearning(part: LearningPart, lesson: Lesson): string {
  const factor = part.loss === 'sum' ? '2' : '2 / residual.size';
  return [
    ...NUMPY_IMPORTS,
    '',
    '',
    ...(hasBatch(lesson) ? BATCH_FUNCTIONS : FUNCTIONS),
    '',
    '',
    ...dataLines('np', part, lesson),
    '',
    ...startLines('np', part, lesson),
    loopLine(part),
    `    residual = correlate(X, W)${part.bias ? ' + bias' : ''} - Y`,
    `    loss = (residual ** 2).${part.loss}()`,
    `    gradient = ${factor} * ${hasBatch(lesson) ? 'summed_correlation' : 'correlate'}(X, residual)`,
    ...(part.bias ? [`    bias_gradient = ${factor} * residual.sum()`] : []),
    ...stepLines('np', part),
    '',
  ].join('\n');
}

const FUNCTIONS = [
  'def correlate(image, kernel):',
  "    return np.einsum('ijab,ab->ij', sliding_window_view(image, kernel.shape), kernel)",
] as const;

/** `images` is `[images, height, width]`. */
const BATCH_FUNCTIONS = [
  'def correlate(images, kernel):',
  '    windows = sliding_window_view(images, kernel.shape, axis=(1, 2))',
  "    return np.einsum('nijab,ab->nij', windows, kernel)",
  '',
  '',
  '# Each image with a kernel of its own, summed over the images.',
  'def summed_correlation(images, kernels):',
  '    windows = sliding_window_view(images, kernels.shape[1:], axis=(1, 2))',
  "    return np.einsum('nijab,nab->ij', windows, kernels)",
] as const;
