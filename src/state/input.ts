/** From typed text to a number of a range, or to a problem that names the field. */
import { rangeFault, type Range } from './limits.ts';

export type FieldName =
  | 'image'
  | 'kernel'
  | 'teacher'
  | 'start'
  | 'image-rows'
  | 'image-columns'
  | 'kernel-rows'
  | 'kernel-columns'
  | 'teacher-rows'
  | 'teacher-columns'
  | 'stride-y'
  | 'stride-x'
  | 'padding-top'
  | 'padding-left'
  | 'padding-bottom'
  | 'padding-right'
  | 'dilation-y'
  | 'dilation-x'
  | 'learner-rows'
  | 'learner-columns'
  | 'target'
  | 'noise'
  | 'noise-seed'
  | 'batch'
  | 'bias'
  | 'frozen'
  | 'rivals'
  | 'loss'
  | 'stop-loss'
  | 'stop-gradient'
  | 'optimizer'
  | 'momentum'
  | 'dampening'
  | 'weight-decay'
  | 'beta1'
  | 'beta2'
  | 'epsilon'
  | 'rate'
  | 'steps'
  | 'seed'
  | 'brush'
  | 'scale-low'
  | 'scale-high'
  | 'layers'
  | 'channels'
  | 'layer-stride'
  | 'layer-padding'
  | 'layer-dilation'
  | 'pooling-size'
  | 'pooling-stride'
  | 'depth'
  | 'depth-kernel'
  | 'draws'
  | 'network'
  | 'pinned';

/** A cell of a grid, counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface InputProblem {
  readonly code: 'not-a-number' | 'not-whole' | 'out-of-range';
  readonly field: FieldName;
  /** What was typed. */
  readonly text: string;
  readonly range: Range;
  /** Where, for the fields that are grids. */
  readonly cell?: CellPlace;
}

/** Text or a number that a field cannot take. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(readonly problem: InputProblem) {
    super(`${problem.field}: ${problem.code} (${problem.text})`);
  }
}

/** Each digit can be read in one way only, so that a huge pasted text is refused as fast as it is read. */
const DECIMAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,3})?$/i;

/**
 * A decimal number in `range`, as `readNumber` understands it. Throws InputError for anything else: no hexadecimal, no empty
 * text, nothing infinite.
 */
export function parseField(field: FieldName, text: string, range: Range, cell?: CellPlace): number {
  const value = readNumber(text);
  requireInRange(field, value, range, cell, text);
  return value;
}

/**
 * The number that a person wrote, with a decimal point or comma or as a fraction such as 1/9; spaces around it, U+2212 and the
 * full-width digits and signs of Chinese keyboards are understood. NaN for anything else; it may be infinite.
 */
export function readNumber(text: string): number {
  const parts = toAscii(text)
    .split('/', 3)
    .map((part) => (DECIMAL.test(part.trim()) ? Number(part.replace(',', '.')) : NaN));
  const [top = NaN, bottom = 1, ...more] = parts;
  const value = more.length > 0 ? NaN : top / bottom;
  return value === 0 ? 0 : value; // There is one zero; −0 would show its sign.
}

/** Full-width forms (U+FF01 to U+FF5E) stand in the order of ASCII, 0xFEE0 above it. */
export function toAscii(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u2212', '-')
    .replaceAll('\u3002', '.');
}

/** Throws InputError unless `value` is a number of `range`. */
export function requireInRange(
  field: FieldName,
  value: number,
  range: Range,
  cell?: CellPlace,
  text = String(value),
): void {
  const code = rangeFault(value, range);
  if (code === null) return;
  throw new InputError({ code, field, text, range, ...(cell ? { cell } : {}) });
}
