/** A run of scene 3 as a program for MATLAB and Octave, with the gradient written out. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { infixText, MATLAB_SIGN } from './infix.ts';
import { isClean } from './lesson-data.ts';
import { matlabText, numberText } from './literal.ts';
import { updateRule } from './update-rule.ts';

const NOTATION = { sqrt: 'sqrt', sign: MATLAB_SIGN };

export function octaveLearning(part: LearningPart, lesson: Lesson): string {
  const { memory, assignments } = updateRule(part);
  return [
    '% conv2 turns the kernel by half a turn: turned before, it is not.',
    "correlate = @(image, kernel) conv2(image, rot90(kernel, 2), 'valid');",
    ...dataLines(part, lesson),
    '',
    `W = ${matlabText(lesson.start)};`,
    ...memory.map((name) => `${name} = zeros(size(W));`),
    `for epoch = 1:${String(part.steps)}`,
    '    residual = correlate(X, W) - Y;',
    `    loss = ${part.loss}(residual(:) .^ 2);`,
    `    gradient = ${part.loss === 'sum' ? '2' : '2 / numel(residual)'} * correlate(X, residual);`,
    ...stopLines('loss', part.stop.loss),
    ...stopLines('norm(gradient(:))', part.stop.gradient),
    ...assignments.map(({ name, value }) => `    ${name} = ${infixText(value, NOTATION)};`),
    '    if mod(epoch, 2) == 0',
    "        fprintf('epoch %d, loss %.3f\\n', epoch, loss);",
    '    end',
    'end',
    'disp(mat2str(round(W * 1e4) / 1e4))',
    '',
  ].join('\n');
}

function dataLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const { teacher } = lesson;
  const [{ image, target }] = lesson.examples;
  return isClean(part, lesson) && teacher
    ? [`X = ${matlabText(image)};`, `K = ${matlabText(teacher)};`, 'Y = correlate(X, K);']
    : [`X = ${matlabText(image)};`, `Y = ${matlabText(target)};`];
}

function stopLines(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`    if ${measure} <= ${numberText(threshold)}`, '        break', '    end'] : [];
}
