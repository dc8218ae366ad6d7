/** A run of scene 3 as a JAX program, which finds the gradient itself. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { JAX_IMPORTS } from './jax-correlation.ts';
import { hasBatch } from './lesson-data.ts';
import { dataLines, loopLine, startLines, stepLines } from './python-learning.ts';

export function jaxLearning(part: LearningPart, lesson: Lesson): string {
  const learned = part.bias ? 'W, bias' : 'W';
  return [
    ...JAX_IMPORTS,
    '',
    '',
    ...(hasBatch(lesson) ? BATCH_FUNCTION : FUNCTION),
    '',
    '',
    ...dataLines('jnp', part, lesson),
    '',
    '',
    `def loss_of(${learned}):`,
    `    return ((correlate(X, W)${part.bias ? ' + bias' : ''} - Y) ** 2).${part.loss}()`,
    '',
    '',
    `loss_and_gradient = jax.jit(jax.value_and_grad(loss_of${part.bias ? ', argnums=(0, 1)' : ''}))`,
    ...startLines('jnp', part, lesson),
    loopLine(part),
    `    loss, ${part.bias ? '(gradient, bias_gradient)' : 'gradient'} = loss_and_gradient(${learned})`,
    ...stepLines('jnp', part),
    '',
  ].join('\n');
}

const FUNCTION = [
  'def correlate(image, kernel):',
  "    return jax.lax.conv_general_dilated(image[None, None], kernel[None, None], (1, 1), 'VALID')[0, 0]",
] as const;

/** `images` is `[images, 1, height, width]`. */
const BATCH_FUNCTION = [
  'def correlate(images, kernel):',
  "    return jax.lax.conv_general_dilated(images, kernel[None, None], (1, 1), 'VALID')",
] as const;
