/** A run of scene 3 as a LaTeX document: what is minimised, how a weight moves, and the first update in numbers. */
import type { LearningPart } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { firstUpdate } from './first-update.ts';
import { latexDocument, latexNumber, matrixEquation } from './latex-document.ts';
import { expressionText, LATEX_NAMES } from './latex-expression.ts';
import { freeWeights, hasBatch, imagesOf, type Grids } from './lesson-data.ts';
import { biasRule, FREEZING, updateRule } from './update-rule.ts';

export function latexLearning(part: LearningPart, lesson: Lesson): string {
  const { start, startBias } = lesson;
  const images = imagesOf(lesson);
  const targets = lesson.examples.map(({ target }) => target);
  const first = firstUpdate(part, lesson);
  return latexDocument(
    [...images, ...targets, start],
    [
      ...images.flatMap((image, i) => matrixEquation(numbered('X', i, images), image)),
      ...targets.flatMap((target, i) => matrixEquation(numbered('Y', i, images), target)),
      ...matrixEquation('W', start),
      ...freeLines(lesson),
      ...numberEquation('b', startBias),
      `In each of the ${String(part.steps)} epochs $t$, with $\\star$ for cross-correlation:`,
      ...ruleLines(part, lesson),
      'The first of them:',
      ...first.residuals.flatMap((residual, i) => matrixEquation(numbered('R', i, images), residual)),
      ...numberEquation('L', first.loss),
      ...matrixEquation('G', first.gradient),
      ...numberEquation('g', first.biasGradient),
      ...matrixEquation('W', first.weights),
      ...numberEquation('b', first.bias),
    ],
  );
}

/** `X_{2}` of several. */
function numbered(name: string, index: number, { length }: Grids): string {
  return length === 1 ? name : `${name}_{${String(index + 1)}}`;
}

function numberEquation(name: string, value: number | null): readonly string[] {
  return value === null ? [] : ['\\[', `${name} = ${latexNumber(value)}`, '\\]'];
}

function freeLines(lesson: Lesson): readonly string[] {
  const free = freeWeights(lesson);
  if (!free) return [];
  return [
    ...matrixEquation(LATEX_NAMES.free, free),
    'Weights where $F$ is 0 are frozen: they stay as they are. $\\odot$ is the product element by element.',
  ];
}

function ruleLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const [kernel, bias] = [updateRule(part), biasRule(part)];
  const freezing = part.frozen.length > 0 ? [FREEZING] : [];
  const lines = [
    ...gradientLines(part, lesson),
    ...[...freezing, ...kernel.assignments, ...bias.assignments].map(
      ({ name, value }) => `${LATEX_NAMES[name]} &\\leftarrow ${expressionText(value)}`,
    ),
  ];
  const zeros = [...kernel.memory, ...bias.memory].map((name) => LATEX_NAMES[name]).join(' = ');
  return [
    '\\begin{align*}',
    lines.map((line) => `  ${line}`).join(' \\\\\n'),
    '\\end{align*}',
    ...(zeros === ''
      ? []
      : [`Before the first, $${zeros} = 0$; products, powers and quotients are element by element.`]),
  ];
}

/** The loss of all images, and its gradient along kernel and bias. */
function gradientLines({ loss, bias }: LearningPart, lesson: Lesson): readonly string[] {
  const isBatch = hasBatch(lesson);
  const each = isBatch ? '_n' : '';
  const overImages = isBatch ? '\\sum_n ' : '';
  const indices = isBatch ? 'n,i,j' : 'i,j';
  const element = `R_{${indices}}`;
  const isMean = loss === 'mean';
  const count = String(lesson.examples.length * lesson.examples[0].target.values.length);
  const two = isMean ? `\\frac{2}{${count}}` : '2';
  return [
    `R${each} &= X${each} \\star W ${bias ? '+ b ' : ''}- Y${each}`,
    `L &= ${isMean ? `\\frac{1}{${count}} ` : ''}\\sum_{${indices}} ${element}^2`,
    `G &= ${two} \\, ${overImages}X${each} \\star R${each}`,
    ...(bias ? [`g &= ${two} \\, \\sum_{${indices}} ${element}`] : []),
  ];
}
