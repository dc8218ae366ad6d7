/** What the NumPy and the JAX program of a run have in common: the data, the rule of the optimiser, the printing. */
import type { LearningPart, NumberGrid } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import type { Assignment } from './expression.ts';
import { infixText, PYTHON_SIGN } from './infix.ts';
import { freeWeights, givenTargets, hasBatch, imagesOf } from './lesson-data.ts';
import { batchText, floatText, nestedText, numberText } from './literal.ts';
import { biasRule, FREEZING, updateRule } from './update-rule.ts';

type Arrays = 'np' | 'jnp';

/** `X` the image, or all of them along a first axis, and `Y` the target; `correlate` is there already. */
export function dataLines(arrays: Arrays, part: LearningPart, lesson: Lesson): readonly string[] {
  // JAX's images have channels: one.
  const channel = arrays === 'jnp' && hasBatch(lesson) ? '[:, None]' : '';
  const all = (grids: readonly NumberGrid[]): string =>
    `${arrays}.array(${batchText(grids, floatText)})${channel}`;
  const given = givenTargets(part, lesson);
  return [
    `X = ${all(imagesOf(lesson))}`,
    ...('teacher' in given
      ? [`K = ${arrayText(arrays, given.teacher)}`, 'Y = correlate(X, K)']
      : [`Y = ${all(given.targets)}`]),
  ];
}

/** `W` the weights, `free` where some of them are frozen, `bias`, and what the optimiser remembers. */
export function startLines(arrays: Arrays, part: LearningPart, lesson: Lesson): readonly string[] {
  const { start, startBias } = lesson;
  const free = freeWeights(lesson);
  return [
    `W = ${arrayText(arrays, start)}`,
    ...(free ? [`free = ${arrayText(arrays, free)}  # 0 for a frozen weight`] : []),
    ...updateRule(part).memory.map((name) => `${name} = ${arrays}.zeros_like(W)`),
    ...(startBias === null ? [] : [`bias = ${floatText(startBias)}`]),
    ...biasRule(part).memory.map((name) => `${name} = 0.`),
  ];
}

/** The end of the loop's body: leave when it is good enough, update, tell. */
export function stepLines(arrays: Arrays, part: LearningPart): readonly string[] {
  const { loss, gradient } = part.stop;
  const notation = { sqrt: `${arrays}.sqrt`, sign: PYTHON_SIGN };
  const length = `${arrays}.linalg.norm(gradient)`;
  const assignmentLines = (assignments: readonly Assignment[]): readonly string[] =>
    assignments.map(({ name, value }) => `    ${name} = ${infixText(value, notation)}`);
  return [
    ...assignmentLines(part.frozen.length > 0 ? [FREEZING] : []),
    ...stopLines('loss', loss),
    ...stopLines(part.bias ? `${arrays}.hypot(${length}, bias_gradient)` : length, gradient),
    ...assignmentLines(updateRule(part).assignments),
    ...assignmentLines(biasRule(part).assignments),
    '    if epoch % 2 == 0:',
    "        print(f'epoch {epoch}, loss {loss:.3f}')",
    'print([[round(weight, 4) for weight in row] for row in W.tolist()])',
    // Rounded and with 0 added, as a small negative number would be -0.0000.
    ...(part.bias ? ["print(f'bias {round(bias, 4) + 0:.4f}')"] : []),
  ];
}

/** Epochs count from 1, as they are told. */
export function loopLine({ steps }: LearningPart): string {
  return `for epoch in range(1, ${String(steps + 1)}):`;
}

function arrayText(arrays: Arrays, grid: NumberGrid): string {
  return `${arrays}.array(${nestedText(grid, floatText)})`;
}

function stopLines(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`    if ${measure} <= ${numberText(threshold)}:`, '        break'] : [];
}
