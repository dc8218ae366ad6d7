/** A run of scene 3 as a LaTeX document: what is minimised, how a weight moves, and the first update in numbers. */
import { correlate } from '../../math/definition.ts';
import { optimizerStep, makeOptimizerState } from '../../math/optimizer.ts';
import { gridTensor, type LearningPart, type NumberGrid } from '../document.ts';
import { residualsOf, type Lesson } from '../learning-lesson.ts';
import { needsBrackets, type Expression } from './expression.ts';
import { latexDocument, latexNumber, latexSigns, matrixEquation } from './latex-document.ts';
import { numberText } from './literal.ts';
import { updateRule } from './update-rule.ts';

const NAMES = {
  W: 'W',
  gradient: 'G',
  velocity: 'V',
  first: 'M_1',
  second: 'M_2',
  epoch: 't',
  later: '[t > 1]',
} as const;

export function latexLearning(part: LearningPart, lesson: Lesson): string {
  const { start } = lesson;
  const [{ image, target }] = lesson.examples;
  const first = firstUpdate(part, lesson);
  return latexDocument(
    [image, target, start],
    [
      ...matrixEquation('X', image),
      ...matrixEquation('Y', target),
      ...matrixEquation('W', start),
      `In each of the ${String(part.steps)} epochs $t$, with $\\star$ for cross-correlation:`,
      ...ruleLines(part, target.values.length),
      'The first of them:',
      ...matrixEquation('R', first.residual),
      '\\[',
      `L = ${latexNumber(first.loss)}`,
      '\\]',
      ...matrixEquation('G', first.gradient),
      ...matrixEquation('W', first.weights),
    ],
  );
}

function ruleLines(part: LearningPart, count: number): readonly string[] {
  const { memory, assignments } = updateRule(part);
  const isMean = part.loss === 'mean';
  const lines = [
    'R &= X \\star W - Y',
    `L &= ${isMean ? `\\frac{1}{${String(count)}} ` : ''}\\sum_{i,j} R_{i,j}^2`,
    `G &= ${isMean ? `\\frac{2}{${String(count)}}` : '2'} \\, X \\star R`,
    ...assignments.map(({ name, value }) => `${NAMES[name]} &\\leftarrow ${expressionText(value)}`),
  ];
  const zeros = memory.map((name) => NAMES[name]).join(' = ');
  return [
    '\\begin{align*}',
    lines.map((line) => `  ${line}`).join(' \\\\\n'),
    '\\end{align*}',
    ...(zeros === ''
      ? []
      : [`Before the first, $${zeros} = 0$; products, powers and quotients are element by element.`]),
  ];
}

function expressionText(value: Expression): string {
  if (typeof value === 'number') return latexSigns(numberText(value).replace('-', '−'));
  if (typeof value === 'string') return NAMES[value];
  if (value.operator === 'sqrt') return `\\sqrt{${expressionText(value.of)}}`;
  const { operator, left, right } = value;
  if (operator === '/') return `\\frac{${expressionText(left)}}{${expressionText(right)}}`;
  const [before, after] = [bracketed(left, operator, 'left'), bracketed(right, operator, 'right')];
  if (operator === '^') return `${before}^{${expressionText(right)}}`;
  return operator === '*' ? `${before} \\cdot ${after}` : `${before} ${operator} ${after}`;
}

/** A fraction needs no brackets, except under a power. */
function bracketed(value: Expression, operator: '+' | '-' | '*' | '^', side: 'left' | 'right'): string {
  const text = expressionText(value);
  const isFraction = typeof value === 'object' && value.operator === '/' && operator !== '^';
  return needsBrackets(value, operator, side) && !isFraction ? `\\left(${text}\\right)` : text;
}

interface FirstUpdate {
  readonly residual: NumberGrid;
  readonly loss: number;
  readonly gradient: NumberGrid;
  readonly weights: NumberGrid;
}

function firstUpdate({ optimizer, rate, loss }: LearningPart, lesson: Lesson): FirstUpdate {
  const { start } = lesson;
  const [{ image, target }] = lesson.examples;
  const residual = residualsOf(lesson, start, null)[0] ?? target;
  const share = loss === 'mean' ? 1 / residual.values.length : 1;
  const summed = correlate(gridTensor(image), gridTensor(residual)).data;
  const gradient = [...summed].map((value) => 2 * share * value);
  const settings = { ...optimizer, rate };
  const state = makeOptimizerState(settings, gradient.length);
  const { weights } = optimizerStep(settings, state, Float64Array.from(start.values), gradient);
  return {
    residual,
    loss: share * residual.values.reduce((total, value) => total + value * value, 0),
    gradient: { ...start, values: gradient },
    weights: { ...start, values: [...weights] },
  };
}
