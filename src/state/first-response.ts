/** A small response computed where it is asked for: the page shows its first numbers before an engine is there. */
import { correlate } from '../math/definition.ts';
import { planCorrelation, type Geometry, type Plan } from '../math/geometry.ts';
import { multiplyAdds } from '../math/multiply-adds.ts';
import { gridTensor, type NumberGrid } from './document.ts';

/** Some milliseconds in a browser on a phone. */
const MOST_MULTIPLY_ADDS = 100_000;

/** In float32, as the engines give it; null where an engine is worth the wait. Throws GeometryError. */
export function firstResponse(
  image: NumberGrid,
  kernel: NumberGrid,
  geometry: Partial<Geometry>,
): NumberGrid | null {
  const plan = planCorrelation(
    [1, 1, image.rows, image.columns],
    [1, 1, kernel.rows, kernel.columns],
    geometry,
  );
  if (!isComputedHere(plan)) return null;
  const { data } = correlate(gridTensor(image), gridTensor(kernel), geometry);
  return { rows: plan.output[0], columns: plan.output[1], values: Array.from(data, Math.fround) };
}

export function isComputedHere(plan: Plan): boolean {
  return multiplyAdds(plan) <= MOST_MULTIPLY_ADDS;
}
