/** What a step did to the error along each direction, as a run really went. */
import { errorsAlong, type Analysis } from './learning-analysis.ts';
import type { TracePoint } from './learning-run.ts';

/** Below this share of the first error, float32's rounding is what is left. */
const ROUNDING = 1e-5;

/**
 * By direction, the factor of the newest step; where a report held several, their geometric mean without a sign. Null
 * before the first step and where too little error is left to measure.
 */
export function measuredFactors(
  analysis: Analysis,
  trace: readonly TracePoint[],
): readonly (number | null)[] {
  const [first, before, after] = [trace[0], trace.at(-2), trace.at(-1)];
  if (!first || !before || !after) return analysis.directions.map(() => null);
  const steps = after.step - before.step;
  const scale = Math.max(...errorsAlong(analysis, first.weights).map(Math.abs));
  const was = errorsAlong(analysis, before.weights);
  return errorsAlong(analysis, after.weights).map((error, i) => {
    const last = was[i] ?? 0;
    if (Math.abs(last) <= ROUNDING * scale || Math.abs(error) <= ROUNDING * scale) return null;
    return steps === 1 ? error / last : Math.abs(error / last) ** (1 / steps);
  });
}
