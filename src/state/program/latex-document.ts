/** Matrices, numbers and the frame of a LaTeX document. */
import { formatNumber } from '../../math/format.ts';
import type { NumberGrid } from '../document.ts';
import { rowsOf } from './literal.ts';

/** A matrix this wide still fits the line; a wider one is made smaller. */
const WIDEST = 14;
const DECIMALS = 4;

/** A document of its own, of lines that stand on their own. */
export function latexDocument(grids: readonly NumberGrid[], body: readonly string[]): string {
  const columns = Math.max(...grids.map((grid) => grid.columns));
  return [
    '\\documentclass{article}',
    '\\usepackage{amsmath}',
    ...(columns > WIDEST ? ['\\usepackage{graphicx}'] : []),
    // amsmath's matrices have ten columns unless told otherwise.
    ...(columns > 10 ? [`\\setcounter{MaxMatrixCols}{${String(columns)}}`] : []),
    '\\allowdisplaybreaks',
    '\\begin{document}',
    ...body,
    '\\end{document}',
    '',
  ].join('\n');
}

/** `X = [matrix]`, displayed. */
export function matrixEquation(name: string, grid: NumberGrid): readonly string[] {
  const rows = rowsOf(grid).map((row) => `  ${row.map(latexNumber).join(' & ')}`);
  const matrix = [`${name} = \\begin{bmatrix}`, rows.join(' \\\\\n'), '\\end{bmatrix}'];
  if (grid.columns <= WIDEST) return ['\\[', ...matrix, '\\]'];
  return ['\\[', '\\resizebox{\\textwidth}{!}{$', ...matrix, '$}', '\\]'];
}

/** As the page shows it, to four decimals. */
export function latexNumber(value: number): string {
  return latexSigns(formatNumber(value, DECIMALS));
}

/** Of a text with numbers as the page shows them: U+2212, and `e` for a power of ten. */
export function latexSigns(text: string): string {
  return text.replaceAll('−', '-').replace(/(\d)e(-?\d+)/g, '$1 \\cdot 10^{$2}');
}
