/** A run of scene 3 as a NumPy program, with the gradient written out. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { NUMPY_IMPORTS } from './numpy-correlation.ts';
import { dataLines, loopLine, startLines, stepLines } from './python-learning.ts';

export function numpyLearning(part: LearningPart, lesson: Lesson): string {
  return [
    ...NUMPY_IMPORTS,
    '',
    '',
    'def correlate(image, kernel):',
    "    return np.einsum('ijab,ab->ij', sliding_window_view(image, kernel.shape), kernel)",
    '',
    '',
    ...dataLines('np', part, lesson),
    '',
    ...startLines('np', part, lesson),
    loopLine(part),
    '    residual = correlate(X, W) - Y',
    `    loss = (residual ** 2).${part.loss}()`,
    `    gradient = ${part.loss === 'sum' ? '2' : '2 / residual.size'} * correlate(X, residual)`,
    ...stepLines('np', part),
    '',
  ].join('\n');
}
