/** Problems in words: which field or size is wrong, and what would do. */
import { msg, str } from '@lit/localize';
import { formatNumber, roundDown } from '../../math/format.ts';
import type { LimitProblem } from '../../engine/index.ts';
import type { GeometryProblem } from '../../math/problem.ts';
import type { BlockProblem } from '../../state/block-error.ts';
import type { InputProblem } from '../../state/input.ts';
import type { Range } from '../../state/limits.ts';
import type { DivergedProblem, Problem } from '../../state/problem.ts';
import { fieldName } from './field-text.ts';

export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'not-a-number':
    case 'not-whole':
    case 'out-of-range':
      return inputText(problem);
    case 'block-empty':
    case 'block-ragged':
    case 'block-not-a-number':
    case 'block-too-large':
    case 'block-past-edge':
    case 'block-too-long':
      return blockText(problem);
    case 'invalid-number':
    case 'window-exceeds-image':
    case 'groups-do-not-divide':
      return geometryText(problem);
    case 'diverged':
      return divergedText(problem);
    case 'limit': {
      const needed = `${String(problem.requested)} ${unitName(problem.unit)}`;
      return msg(str`Too large: this needs ${needed}, and ${problem.allowed} are possible here.`);
    }
    case 'setting-out-of-range':
      return msg(str`${problem.field} cannot be ${formatNumber(problem.value, 6)}.`);
    case 'nesterov-needs-momentum':
      return msg('Nesterov momentum needs a momentum and no dampening.');
    case 'unknown-method':
      return msg(str`There is no way of training called “${problem.value}”.`);
    case 'invalid-dimension':
    case 'data-length':
    case 'dimension-mismatch':
      return msg('The sizes of image, kernel and target do not fit one another.');
    case 'engine':
      return msg(
        str`The engine stopped: ${problem.detail}. Choose another under the engine badge, or try again.`,
      );
  }
}

function unitName(unit: LimitProblem['unit']): string {
  switch (unit) {
    case 'bytes':
      return msg('bytes');
    case 'elements':
      return msg('elements');
    case 'workgroups':
      return msg('workgroups');
    case 'cells':
      return msg('cells');
  }
}

function inputText({ code, field, text, range, cell }: InputProblem): string {
  const name = cell ? cellName(fieldName(field), cell.row, cell.column) : fieldName(field);
  const low = endText(range.minimum, range);
  const high = endText(range.maximum, range);
  if (text.trim() === '') return msg(str`${name} is empty: enter a number from ${low} to ${high}.`);
  if (code === 'not-a-number')
    return msg(str`${name}: “${text}” is not a number. Enter one from ${low} to ${high}.`);
  if (code === 'not-whole')
    return msg(str`${name}: ${text} is not a whole number. Enter one from ${low} to ${high}.`);
  return msg(str`${name}: ${text} is out of range. Enter a number from ${low} to ${high}.`);
}

/** Whole numbers in full: a seed goes to 4294967295. */
function endText(end: number, { whole }: Range): string {
  return whole ? String(end).replace('-', '−') : formatNumber(end, 6);
}

function blockText({ code, row, column, text, expected }: BlockProblem): string {
  switch (code) {
    case 'block-empty':
      return msg('There are no numbers in this text. Enter rows such as 1 0 −1, or [[1, 0, −1]].');
    case 'block-ragged': {
      const [count, wanted] = [countText(Number(text)), countText(expected)];
      return Number(text) < expected
        ? msg(
            str`Row ${row} has ${count}, the first row has ${wanted}: there is nothing in column ${column}. Nothing was changed.`,
          )
        : msg(
            str`Row ${row} has ${count}, the first row has ${wanted}: the one in column ${column} is too many. Nothing was changed.`,
          );
    }
    case 'block-not-a-number':
      return msg(str`Row ${row}, column ${column}: “${text}” is not a number. Nothing was changed.`);
    case 'block-past-edge':
      return msg(
        str`A block of ${text} numbers does not fit from row ${row}, column ${column} on: the grid has a size of its own here. Paste it further up or left, or change the size first. Nothing was changed.`,
      );
    case 'block-too-large':
      return msg(
        str`The number in row ${row}, column ${column} has no place: ${expected} × ${expected} is the most there can be. Nothing was changed.`,
      );
    case 'block-too-long':
      return msg(
        str`This text is longer than ${expected} characters. Paste fewer numbers. Nothing was changed.`,
      );
  }
}

function countText(count: number): string {
  return count === 1 ? msg('1 number') : msg(str`${count} numbers`);
}

function cellName(name: string, row: number, column: number): string {
  return msg(str`${name}, row ${row + 1}, column ${column + 1}`);
}

function geometryText(problem: GeometryProblem): string {
  switch (problem.code) {
    case 'window-exceeds-image': {
      const { axis, kernel, window, image, available } = problem;
      return axis === 'height'
        ? msg(
            str`The kernel does not fit: ${kernel} rows span ${window}, the image has ${image} (${available} with padding). Use fewer kernel rows or less dilation, more image rows or more padding.`,
          )
        : msg(
            str`The kernel does not fit: ${kernel} columns span ${window}, the image has ${image} (${available} with padding). Use fewer kernel columns or less dilation, more image columns or more padding.`,
          );
    }
    case 'invalid-number':
      return msg(str`${problem.field} must be a whole number from ${problem.minimum}.`);
    case 'groups-do-not-divide':
      return msg(str`${problem.groups} groups do not divide ${problem.channels} channels.`);
  }
}

function divergedText({ rate, largestStable, best, step }: DivergedProblem): string {
  const rateText = formatNumber(rate, 6);
  const limit = formatNumber(roundDown(largestStable, 3), 6);
  return msg(
    str`Stopped at epoch ${step}: the loss grows, because the rate ${rateText} is too large for this image. Rates below ${limit} converge; ${formatNumber(Number(best.toPrecision(3)), 6)} is the fastest. The last finite kernel is kept.`,
  );
}
