/**
 * The two innermost loops, along a row of one array and a row of another, each with its own step. Functions of the
 * module rather than closures: V8 makes them up to twice as fast as loops over captured arrays (Node 20).
 */

/** sums[to + i · toStep] += weight · values[from + i · fromStep], for i below `count`. */
export function addScaled(
  sums: Float64Array,
  to: number,
  toStep: number,
  weight: number,
  values: Float32Array,
  from: number,
  fromStep: number,
  count: number,
): void {
  for (let i = 0; i < count; i++, to += toStep, from += fromStep) {
    sums[to] = (sums[to] ?? 0) + weight * (values[from] ?? 0);
  }
}

/** Σ a[i] · b[j], i in steps of one and j in steps of `bStep`, over `count` products. */
export function dot(
  a: Float32Array,
  aStart: number,
  b: Float32Array,
  bStart: number,
  bStep: number,
  count: number,
): number {
  let sum = 0;
  for (let i = aStart, j = bStart, end = aStart + count; i < end; i++, j += bStep) {
    sum += (a[i] ?? 0) * (b[j] ?? 0);
  }
  return sum;
}
