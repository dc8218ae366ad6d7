/** A run of scene 3 as a TensorFlow.js program, which finds the gradient itself. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { chainText, variableText } from './chain.ts';
import type { Assignment } from './expression.ts';
import { freeWeights, givenTargets, imagesOf } from './lesson-data.ts';
import { cellText, numberText } from './literal.ts';
import { imageText, kernelText, sides, TENSORFLOW_IMPORT } from './tensorflow-correlation.ts';
import { biasRule, FREEZING, updateRule } from './update-rule.ts';

export function tensorflowLearning(part: LearningPart, lesson: Lesson): string {
  return [
    TENSORFLOW_IMPORT,
    '',
    "const correlate = (image, kernel) => tf.conv2d(image, kernel, 1, 'valid');",
    ...dataLines(part, lesson),
    '',
    ...startLines(part, lesson),
    ...lossLines(part),
    '',
    ...stepLines(part),
    '',
    `for (let epoch = 1; epoch <= ${String(part.steps)}; epoch++) {`,
    hasStop(part) ? '  if (tf.tidy(() => step(epoch))) break;' : '  tf.tidy(() => step(epoch));',
    '}',
    `const rows = W.reshape([${sides(lesson.start)}]).arraySync();`,
    'console.log(JSON.stringify(rows.map((row) => row.map((weight) => Number(weight.toFixed(4))))));',
    // A small negative number would be -0.0000 otherwise.
    ...(part.bias ? ['console.log(`bias ${Number(bias.dataSync()[0].toFixed(4)).toFixed(4)}`);'] : []),
    '',
  ].join('\n');
}

function dataLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const given = givenTargets(part, lesson);
  return [
    `const X = ${imageText(...imagesOf(lesson))};`,
    ...('teacher' in given
      ? [`const K = ${kernelText(given.teacher)};`, 'const Y = correlate(X, K);']
      : [`const Y = ${imageText(...given.targets)};`]),
  ];
}

function startLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const { start, startBias } = lesson;
  const free = freeWeights(lesson);
  const zeros = (like: string) => (name: string) =>
    `const ${variableText(name)} = tf.variable(tf.zerosLike(${like}));`;
  return [
    `const W = tf.variable(${kernelText(start)});`,
    ...(free ? ['// 0 for a frozen weight.', `const free = ${kernelText(free)};`] : []),
    ...updateRule(part).memory.map(zeros('W')),
    ...(startBias === null ? [] : [`const bias = tf.variable(tf.scalar(${cellText(startBias)}));`]),
    ...biasRule(part).memory.map(zeros('bias')),
  ];
}

function lossLines({ bias, loss }: LearningPart): readonly string[] {
  return bias
    ? [
        `const lossOf = (W, bias) => correlate(X, W).add(bias).sub(Y).square().${loss}();`,
        'const lossAndGradients = tf.valueAndGrads(lossOf);',
      ]
    : [
        `const lossOf = (W) => correlate(X, W).sub(Y).square().${loss}();`,
        'const lossAndGradient = tf.valueAndGrad(lossOf);',
      ];
}

function stepLines(part: LearningPart): readonly string[] {
  const { frozen, stop, bias } = part;
  const freezing = frozen.length > 0 ? [FREEZING] : [];
  const assignments = [...updateRule(part).assignments, ...biasRule(part).assignments];
  const length = 'gradient.norm().dataSync()[0]';
  return [
    hasStop(part) ? '// True once it is good enough.' : '// One update.',
    'function step(epoch) {',
    gradientLine(bias, [...freezing, ...assignments].some(isOfGradient)),
    '  const loss = value.dataSync()[0];',
    ...freezing.map(assignmentLine),
    ...stopLine('loss', stop.loss),
    ...stopLine(bias ? `Math.hypot(${length}, biasGradient.dataSync()[0])` : length, stop.gradient),
    ...assignments.map(assignmentLine),
    '  if (epoch % 2 === 0) console.log(`epoch ${epoch}, loss ${loss.toFixed(3)}`);',
    ...(hasStop(part) ? ['  return false;'] : []),
    '}',
  ];
}

function gradientLine(bias: boolean, isChanged: boolean): string {
  const declare = isChanged ? 'let' : 'const';
  return bias
    ? `  ${declare} { value, grads: [gradient, biasGradient] } = lossAndGradients([W, bias]);`
    : `  ${declare} { value, grad: gradient } = lossAndGradient(W);`;
}

/** Gradients are tensors of one update; all others are variables. */
function isOfGradient({ name }: Assignment): boolean {
  return name === 'gradient' || name === 'bias_gradient';
}

function assignmentLine(assignment: Assignment): string {
  const name = variableText(assignment.name);
  const value = chainText(assignment.value);
  return isOfGradient(assignment) ? `  ${name} = ${value};` : `  ${name}.assign(${value});`;
}

function hasStop({ stop }: LearningPart): boolean {
  return stop.loss > 0 || stop.gradient > 0;
}

function stopLine(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`  if (${measure} <= ${numberText(threshold)}) return true;`] : [];
}
