/** A run of scene 3 as a program for MATLAB and Octave, with the gradient written out. */
import type { LearningPart, NumberGrid } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import type { Assignment } from './expression.ts';
import { infixText, MATLAB_SIGN } from './infix.ts';
import { freeWeights, givenTargets, hasBatch, imagesOf } from './lesson-data.ts';
import { cellText, matlabText, numberText } from './literal.ts';
import { biasRule, FREEZING, updateRule } from './update-rule.ts';

const NOTATION = { sqrt: 'sqrt', sign: MATLAB_SIGN };

export function octaveLearning(part: LearningPart, lesson: Lesson): string {
  const factor = part.loss === 'sum' ? '2' : '2 / numel(residual)';
  return [
    ...(hasBatch(lesson) ? BATCH_FUNCTION : FUNCTION),
    ...dataLines(part, lesson),
    '',
    ...startLines(part, lesson),
    `for epoch = 1:${String(part.steps)}`,
    `    residual = correlate(X, W)${part.bias ? ' + bias' : ''} - Y;`,
    `    loss = ${part.loss}(residual(:) .^ 2);`,
    `    gradient = ${factor} * correlate(X, residual);`,
    ...(part.bias ? [`    bias_gradient = ${factor} * sum(residual(:));`] : []),
    ...stepLines(part),
    'end',
    'disp(mat2str(round(W * 1e4) / 1e4))',
    // A small negative number would be -0.0000 otherwise.
    ...(part.bias ? ["fprintf('bias %.4f\\n', round(bias * 1e4) / 1e4 + 0)"] : []),
    '',
  ].join('\n');
}

const FUNCTION = [
  '% conv2 turns the kernel by half a turn: turned before, it is not.',
  "correlate = @(image, kernel) conv2(image, rot90(kernel, 2), 'valid');",
] as const;

/** As many kernels as images leave one plane, the sum over the images. */
const BATCH_FUNCTION = [
  '% Images lie one behind the other. convn turns the kernel along every axis: turned before, it is not.',
  "correlate = @(images, kernel) convn(images, flip(flip(flip(kernel, 1), 2), 3), 'valid');",
] as const;

function dataLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const given = givenTargets(part, lesson);
  return [
    `X = ${stackText(imagesOf(lesson))};`,
    ...('teacher' in given
      ? [`K = ${matlabText(given.teacher)};`, 'Y = correlate(X, K);']
      : [`Y = ${stackText(given.targets)};`]),
  ];
}

/** Grids along a third dimension; one is a matrix. */
function stackText(grids: readonly NumberGrid[]): string {
  const texts = grids.map(matlabText);
  return texts.length === 1 ? texts.join('') : `cat(3, ${texts.join(', ')})`;
}

function startLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const { start, startBias } = lesson;
  const free = freeWeights(lesson);
  return [
    `W = ${matlabText(start)};`,
    ...(free ? ['% 0 for a frozen weight', `free = ${matlabText(free)};`] : []),
    ...updateRule(part).memory.map((name) => `${name} = zeros(size(W));`),
    ...(startBias === null ? [] : [`bias = ${cellText(startBias)};`]),
    ...biasRule(part).memory.map((name) => `${name} = 0;`),
  ];
}

/** Leave when it is good enough, update, tell. */
function stepLines(part: LearningPart): readonly string[] {
  return [
    ...assignmentLines(part.frozen.length > 0 ? [FREEZING] : []),
    ...stopLines('loss', part.stop.loss),
    ...stopLines(`norm(${part.bias ? '[gradient(:); bias_gradient]' : 'gradient(:)'})`, part.stop.gradient),
    ...assignmentLines(updateRule(part).assignments),
    ...assignmentLines(biasRule(part).assignments),
    '    if mod(epoch, 2) == 0',
    "        fprintf('epoch %d, loss %.3f\\n', epoch, loss);",
    '    end',
  ];
}

function assignmentLines(assignments: readonly Assignment[]): readonly string[] {
  return assignments.map(({ name, value }) => `    ${name} = ${infixText(value, NOTATION)};`);
}

function stopLines(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`    if ${measure} <= ${numberText(threshold)}`, '        break', '    end'] : [];
}
