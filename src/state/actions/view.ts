/** Edits of how responses are coloured. */
import type { ScaleColors, ScaleRange } from '../../math/value-scale.ts';
import { defineAction, type NamedAction } from '../action.ts';
import { requireInRange } from '../input.ts';
import { LIMITS, type Range } from '../limits.ts';

export const setScaleColors: NamedAction<ScaleColors> = defineAction('set-view', (document, colors) => ({
  ...document,
  view: { ...document.view, colors },
}));

/** Throws InputError for an end outside its range, or for ends that are not in order. */
export const setScaleRange: NamedAction<ScaleRange> = defineAction('set-view', (document, range) => {
  if (range.kind === 'fixed') {
    requireInRange('scale-low', range.low, LIMITS.scale);
    requireInRange('scale-high', range.high, LIMITS.scale);
    requireInRange('scale-low', range.low, lowRange(range.high));
  }
  return { ...document, view: { ...document.view, range } };
});

/** What the low end may be while the high one is `high`. */
export function lowRange(high: number): Range {
  return { ...LIMITS.scale, maximum: high };
}

/** What the high end may be while the low one is `low`. */
export function highRange(low: number): Range {
  return { ...LIMITS.scale, minimum: low };
}
