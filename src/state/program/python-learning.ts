/** What the NumPy and the JAX program of a run have in common: the data, the rule of the optimiser, the printing. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { infixText, PYTHON_SIGN } from './infix.ts';
import { isClean } from './lesson-data.ts';
import { floatText, nestedText, numberText } from './literal.ts';
import { updateRule } from './update-rule.ts';

type Arrays = 'np' | 'jnp';

/** `X` the image, `Y` the target; `correlate` is there already. */
export function dataLines(arrays: Arrays, part: LearningPart, lesson: Lesson): readonly string[] {
  const { teacher } = lesson;
  const [{ image, target }] = lesson.examples;
  const array = (grid: typeof image): string => `${arrays}.array(${nestedText(grid, floatText)})`;
  return isClean(part, lesson) && teacher
    ? [`X = ${array(image)}`, `K = ${array(teacher)}`, 'Y = correlate(X, K)']
    : [`X = ${array(image)}`, `Y = ${array(target)}`];
}

/** `W` the weights, and what the optimiser remembers. */
export function startLines(arrays: Arrays, part: LearningPart, { start }: Lesson): readonly string[] {
  return [
    `W = ${arrays}.array(${nestedText(start, floatText)})`,
    ...updateRule(part).memory.map((name) => `${name} = ${arrays}.zeros_like(W)`),
  ];
}

/** The end of the loop's body: leave when it is good enough, update, tell. */
export function stepLines(arrays: Arrays, part: LearningPart): readonly string[] {
  const { loss, gradient } = part.stop;
  const notation = { sqrt: `${arrays}.sqrt`, sign: PYTHON_SIGN };
  return [
    ...stopLines('loss', loss),
    ...stopLines(`${arrays}.linalg.norm(gradient)`, gradient),
    ...updateRule(part).assignments.map(({ name, value }) => `    ${name} = ${infixText(value, notation)}`),
    '    if epoch % 2 == 0:',
    "        print(f'epoch {epoch}, loss {loss:.3f}')",
    'print([[round(weight, 4) for weight in row] for row in W.tolist()])',
  ];
}

/** Epochs count from 1, as they are told. */
export function loopLine({ steps }: LearningPart): string {
  return `for epoch in range(1, ${String(steps + 1)}):`;
}

function stopLines(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`    if ${measure} <= ${numberText(threshold)}:`, '        break'] : [];
}
