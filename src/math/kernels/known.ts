/** Which kernel of the gallery a grid of weights is. */
import { DEFAULT_PARAMETERS, PRESET_NAMES, PRESETS, type PresetName } from './preset.ts';

/** Weights this near are the same: what is typed from a page is rounded. */
const NEAR = 1e-4;

/** Row-major weights; kernels with parameters are known in every size, with the others as the gallery begins. Null for none. */
export function knownKernel(rows: number, columns: number, values: readonly number[]): PresetName | null {
  const isKnown = (name: PresetName): boolean => {
    const { uses, make } = PRESETS[name];
    // A made kernel is square, and one of a single cell is no shape at all.
    if (uses.length > 0 && (rows !== columns || rows < 2)) return false;
    const made = make({ ...DEFAULT_PARAMETERS, size: rows });
    return made.length === rows && made[0]?.length === columns && isNear(made.flat(), values);
  };
  return PRESET_NAMES.find(isKnown) ?? null;
}

function isNear(left: readonly number[], right: readonly number[]): boolean {
  return left.every((value, index) => Math.abs(value - (right[index] ?? NaN)) < NEAR);
}
