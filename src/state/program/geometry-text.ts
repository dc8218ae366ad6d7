/** Parts of a geometry that programs name only where they are not the default. */
import type { CorrelationPart } from '../document.ts';

type Pair = readonly [y: number, x: number];

export function hasPadding(padding: CorrelationPart['padding']): boolean {
  return padding.some((cells) => cells > 0);
}

export function isOne([y, x]: Pair): boolean {
  return y === 1 && x === 1;
}

/** A tuple in Python: `(2, 1)`. */
export function pairText([y, x]: Pair): string {
  return `(${String(y)}, ${String(x)})`;
}

/** Those that are not `(1, 1)`. */
export function settings(pairs: readonly (readonly [name: string, pair: Pair])[]): typeof pairs {
  return pairs.filter(([, pair]) => !isOne(pair));
}
