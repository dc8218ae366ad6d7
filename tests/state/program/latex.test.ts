import { expect, it } from 'vitest';
import { DEFAULT_DOCUMENT, filledGrid } from '../../../src/state/document.ts';
import { programText } from '../../../src/state/program/program.ts';
import { ARTICLE } from '../learning-fixture.ts';
import { BY_HAND } from './samples.ts';

const article = DEFAULT_DOCUMENT.correlation;

it('the article’s arithmetic', () => {
  const text = programText('latex', { kind: 'correlation', part: article });
  expect(text).toContain('X_{i+a,\\,j+b} \\, K_{a,\\,b}');
  expect(text).toContain('  Y_{0,0} &= 0 \\times 0 + 1 \\times 1 + 3 \\times 2 + 4 \\times 3 = 19 \\\\\n');
  expect(text).toContain(
    '  Y_{1,1} &= 4 \\times 0 + 5 \\times 1 + 7 \\times 2 + 8 \\times 3 = 43\n\\end{align*}',
  );
});

it('the indices of another geometry', () => {
  const part = { ...article, stride: [2, 1], padding: [1, 0, 0, 0], dilation: [1, 2], flip: true } as const;
  const text = programText('latex', { kind: 'correlation', part });
  expect(text).toContain('X_{2i+a-1,\\,j+2b} \\, K_{1-a,\\,1-b}\\qquad (X = 0 \\text{ outside})');
});

it('a large response is not written out, and the text says how much is missing', () => {
  const part = { ...article, image: filledGrid(64, 64, 1), kernel: filledGrid(15, 15, 1) };
  const text = programText('latex', { kind: 'correlation', part });
  // 1200 products are 5 elements of 225; the response has 50 · 50.
  expect(text.match(/^ {2}Y_/gm)).toHaveLength(5);
  expect(text).toContain('% 2495 more elements');
  expect(text).toContain('\\setcounter{MaxMatrixCols}{64}');
});

it('the first update of the article’s run', () => {
  const text = programText('latex', { kind: 'learning', setup: ARTICLE });
  expect(text).toContain('W &\\leftarrow W - 0.03 \\cdot G');
  // By hand: of each of six rows the residuals are w₀ + w₁ twice, w₀ − 1, w₁ + 1 and three zeros; with w₀ = 0.492331
  // and w₁ = 0.270422 the gradient is 12 · (2 (w₀ + w₁) + w₀ − 1) and 12 · (2 (w₀ + w₁) + w₁ + 1).
  expect(text).toContain('0.7628 & -0.5077 & 0 & 0 & 0 & 1.2704 & 0.7628');
  expect(text).toContain('L = 18.2117');
  expect(text).toContain('  12.214 & 33.5511');
  expect(text).toContain('  0.1259 & -0.7361');
});

it('the first update of a batch with a bias and a frozen weight', () => {
  const text = programText('latex', { kind: 'learning', setup: BY_HAND });
  expect(text).toContain('F = \\begin{bmatrix}\n  1 & 0\n\\end{bmatrix}');
  const rule = [
    'R_n &= X_n \\star W + b - Y_n',
    'L &= \\sum_{n,i,j} R_{n,i,j}^2',
    'G &= 2 \\, \\sum_n X_n \\star R_n',
    'g &= 2 \\, \\sum_{n,i,j} R_{n,i,j}',
    'G &\\leftarrow F \\odot G',
    'G &\\leftarrow G + 1 \\cdot F \\odot W',
    'V &\\leftarrow 0.5 \\cdot V + G',
    'W &\\leftarrow W - 0.01 \\cdot V',
    'g &\\leftarrow g + 1 \\cdot b',
    'v &\\leftarrow 0.5 \\cdot v + g',
    'b &\\leftarrow b - 0.01 \\cdot v',
  ];
  expect(text).toContain(rule.join(' \\\\\n  '));
  // By hand: both targets are -1, the responses 0.5 - 4 and 1.5 - 8; the first slope is 2 (1 · -2.5 + 3 · -5.5), and the
  // decay adds 0.5 to it.
  const [, first = ''] = text.split('The first of them:');
  expect(first.match(/^[A-Z]_\{\d\} = .*\n.*|^[A-Za-z] = .*(\n {2}.*)?/gm)).toEqual([
    'R_{1} = \\begin{bmatrix}\n  -2.5',
    'R_{2} = \\begin{bmatrix}\n  -5.5',
    'L = 36.5',
    'G = \\begin{bmatrix}\n  -38 & 0',
    'g = -16',
    'W = \\begin{bmatrix}\n  0.875 & -2',
    'b = 0.16',
  ]);
});

it('a mean is over all elements of all images', () => {
  const text = programText('latex', { kind: 'learning', setup: { ...BY_HAND, loss: 'mean' } });
  expect(text).toContain('L &= \\frac{1}{2} \\sum_{n,i,j} R_{n,i,j}^2');
  expect(text).toContain('L = 18.25\n');
});
