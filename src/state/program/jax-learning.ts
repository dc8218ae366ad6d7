/** A run of scene 3 as a JAX program, which finds the gradient itself. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { JAX_IMPORTS } from './jax-correlation.ts';
import { dataLines, loopLine, startLines, stepLines } from './python-learning.ts';

export function jaxLearning(part: LearningPart, lesson: Lesson): string {
  return [
    ...JAX_IMPORTS,
    '',
    '',
    'def correlate(image, kernel):',
    "    return jax.lax.conv_general_dilated(image[None, None], kernel[None, None], (1, 1), 'VALID')[0, 0]",
    '',
    '',
    ...dataLines('jnp', part, lesson),
    '',
    '',
    'def loss_of(W):',
    `    return ((correlate(X, W) - Y) ** 2).${part.loss}()`,
    '',
    '',
    'loss_and_gradient = jax.jit(jax.value_and_grad(loss_of))',
    ...startLines('jnp', part, lesson),
    loopLine(part),
    '    loss, gradient = loss_and_gradient(W)',
    ...stepLines('jnp', part),
    '',
  ].join('\n');
}
