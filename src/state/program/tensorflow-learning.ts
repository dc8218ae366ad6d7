/** A run of scene 3 as a TensorFlow.js program, which finds the gradient itself. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { chainText } from './chain.ts';
import { isClean } from './lesson-data.ts';
import { numberText } from './literal.ts';
import { imageText, kernelText, sides, TENSORFLOW_IMPORT } from './tensorflow-correlation.ts';
import { updateRule } from './update-rule.ts';

export function tensorflowLearning(part: LearningPart, lesson: Lesson): string {
  const { start } = lesson;
  return [
    TENSORFLOW_IMPORT,
    '',
    "const correlate = (image, kernel) => tf.conv2d(image, kernel, 1, 'valid');",
    ...dataLines(part, lesson),
    '',
    `const W = tf.variable(${kernelText(start)});`,
    ...updateRule(part).memory.map((name) => `const ${name} = tf.variable(tf.zerosLike(W));`),
    `const lossOf = (W) => correlate(X, W).sub(Y).square().${part.loss}();`,
    'const lossAndGradient = tf.valueAndGrad(lossOf);',
    '',
    ...stepLines(part),
    '',
    `for (let epoch = 1; epoch <= ${String(part.steps)}; epoch++) {`,
    hasStop(part) ? '  if (tf.tidy(() => step(epoch))) break;' : '  tf.tidy(() => step(epoch));',
    '}',
    `const rows = W.reshape([${sides(start)}]).arraySync();`,
    'console.log(JSON.stringify(rows.map((row) => row.map((weight) => Number(weight.toFixed(4))))));',
    '',
  ].join('\n');
}

function dataLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const { teacher } = lesson;
  const [{ image, target }] = lesson.examples;
  return isClean(part, lesson) && teacher
    ? [`const X = ${imageText(image)};`, `const K = ${kernelText(teacher)};`, 'const Y = correlate(X, K);']
    : [`const X = ${imageText(image)};`, `const Y = ${imageText(target)};`];
}

function stepLines(part: LearningPart): readonly string[] {
  const { assignments } = updateRule(part);
  const changesGradient = assignments.some(({ name }) => name === 'gradient');
  return [
    hasStop(part) ? '// True once it is good enough.' : '// One update.',
    'function step(epoch) {',
    changesGradient
      ? '  let { value, grad: gradient } = lossAndGradient(W);'
      : '  const { value, grad: gradient } = lossAndGradient(W);',
    '  const loss = value.dataSync()[0];',
    ...stopLine('loss', part.stop.loss),
    ...stopLine('gradient.norm().dataSync()[0]', part.stop.gradient),
    ...assignments.map(({ name, value }) =>
      name === 'gradient' ? `  gradient = ${chainText(value)};` : `  ${name}.assign(${chainText(value)});`,
    ),
    '  if (epoch % 2 === 0) console.log(`epoch ${epoch}, loss ${loss.toFixed(3)}`);',
    ...(hasStop(part) ? ['  return false;'] : []),
    '}',
  ];
}

function hasStop({ stop }: LearningPart): boolean {
  return stop.loss > 0 || stop.gradient > 0;
}

function stopLine(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`  if (${measure} <= ${numberText(threshold)}) return true;`] : [];
}
