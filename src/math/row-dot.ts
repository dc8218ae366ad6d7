/**
 * Sums of products along rows, in float64 and in a fixed order. Functions of the module rather than closures, which
 * V8 optimises far better; four running sums, because one addition waits for the last.
 */

/** Numbers that are read fast; each caller stays with one of the two, so that V8 sees a single kind. */
export type Row = Float32Array | Float64Array;

/** The same numbers as a Row; copied only where they are something else. */
export function fastRow(values: ArrayLike<number>): Row {
  return values instanceof Float32Array || values instanceof Float64Array
    ? values
    : Float64Array.from(values);
}

/** Σ a[aStart + i] · b[bStart + i], i below `count`. */
export function rowDot(a: Row, aStart: number, b: Row, bStart: number, count: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = count - (count % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[aStart + i] ?? 0) * (b[bStart + i] ?? 0);
    s1 += (a[aStart + i + 1] ?? 0) * (b[bStart + i + 1] ?? 0);
    s2 += (a[aStart + i + 2] ?? 0) * (b[bStart + i + 2] ?? 0);
    s3 += (a[aStart + i + 3] ?? 0) * (b[bStart + i + 3] ?? 0);
  }
  for (let i = whole; i < count; i++) s0 += (a[aStart + i] ?? 0) * (b[bStart + i] ?? 0);
  return s0 + s1 + (s2 + s3);
}

/** The same with a step for each array: Σ a[aStart + i · aStep] · b[bStart + i · bStep]. */
export function stridedDot(
  a: Row,
  aStart: number,
  aStep: number,
  b: Row,
  bStart: number,
  bStep: number,
  count: number,
): number {
  if (aStep === 1 && bStep === 1) return rowDot(a, aStart, b, bStart, count);
  let sum = 0;
  for (let i = 0, p = aStart, q = bStart; i < count; i++, p += aStep, q += bStep) {
    sum += (a[p] ?? 0) * (b[q] ?? 0);
  }
  return sum;
}
