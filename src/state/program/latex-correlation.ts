/** One correlation as a LaTeX document: the definition with this geometry, every element's arithmetic, the response. */
import { correlate } from '../../math/definition.ts';
import { planCorrelation, type Plan } from '../../math/geometry.ts';
import { factorText, resultText } from '../../math/sum-text.ts';
import { sumAt, type Sum, type Term } from '../../math/sum.ts';
import { flipGrid, gridTensor, type CorrelationPart, type NumberGrid } from '../document.ts';
import { hasPadding } from './geometry-text.ts';
import { latexDocument, latexSigns, matrixEquation } from './latex-document.ts';

/** Products on a line. */
const LONGEST_LINE = 6;
/** More products than these make a document that nobody reads; the other elements are in the response. */
const MOST_PRODUCTS = 1200;

export function latexCorrelation(part: CorrelationPart): string {
  const { image, kernel, stride, padding, dilation, flip } = part;
  const laid = flip ? flipGrid(kernel) : kernel;
  const geometry = { stride, padding, dilation };
  const plan = planCorrelation(
    [1, 1, image.rows, image.columns],
    [1, 1, kernel.rows, kernel.columns],
    geometry,
  );
  const values = [...correlate(gridTensor(image), gridTensor(laid), geometry).data];
  const response = { rows: plan.output[0], columns: plan.output[1], values };
  return latexDocument(
    [image, kernel, response],
    [
      ...matrixEquation('X', image),
      ...matrixEquation('K', kernel),
      ...definitionLines(part),
      ...sumLines(plan, image, laid),
      ...matrixEquation('Y', response),
    ],
  );
}

function definitionLines({ kernel, stride, padding, dilation, flip }: CorrelationPart): readonly string[] {
  const sum = (tap: string, length: number): string => `\\sum_{${tap}=0}^{${String(length - 1)}}`;
  const weight = (tap: string, length: number): string => (flip ? `${String(length - 1)}-${tap}` : tap);
  const row = indexText('i', 'a', stride[0], dilation[0], padding[0]);
  const column = indexText('j', 'b', stride[1], dilation[1], padding[1]);
  const weights = `K_{${weight('a', kernel.rows)},\\,${weight('b', kernel.columns)}}`;
  const zeros = hasPadding(padding) ? '\\qquad (X = 0 \\text{ outside})' : '';
  return [
    '\\[',
    `Y_{i,j} = ${sum('a', kernel.rows)} ${sum('b', kernel.columns)} X_{${row},\\,${column}} \\, ${weights}${zeros}`,
    '\\]',
  ];
}

/** `2i+3a-1`, without factors of one and padding of none. */
function indexText(position: string, tap: string, stride: number, dilation: number, padding: number): string {
  const times = (factor: number, name: string): string => (factor === 1 ? name : `${String(factor)}${name}`);
  return `${times(stride, position)}+${times(dilation, tap)}${padding > 0 ? `-${String(padding)}` : ''}`;
}

function sumLines(plan: Plan, image: NumberGrid, laid: NumberGrid): readonly string[] {
  const [rows, columns] = plan.output;
  const count = Math.max(1, Math.min(rows * columns, Math.floor(MOST_PRODUCTS / laid.values.length)));
  const sums = Array.from({ length: count }, (_, index) =>
    sumText(sumAt(plan, image.values, laid.values, Math.floor(index / columns), index % columns)),
  );
  const left = rows * columns - count;
  return [
    '\\begin{align*}',
    [...sums, ...(left > 0 ? ['  &\\;\\;\\vdots'] : [])].join(' \\\\\n'),
    '\\end{align*}',
    ...(left > 0 ? [`% ${String(left)} more elements, computed in the same way, are in Y.`] : []),
  ];
}

/** Broken after every sixth product. */
function sumText(sum: Sum): string {
  const lines = Array.from({ length: Math.ceil(sum.terms.length / LONGEST_LINE) }, (_, line) =>
    sum.terms
      .slice(line * LONGEST_LINE, (line + 1) * LONGEST_LINE)
      .map(productText)
      .join(' + '),
  );
  const text = lines.join(' \\\\\n  &\\quad + ');
  return latexSigns(`  Y_{${String(sum.row)},${String(sum.column)}} &= ${text} = ${resultText(sum)}`);
}

function productText({ image, weight }: Term): string {
  return `${factorText(image)} \\times ${factorText(weight)}`;
}
