/** Names of weights, the same in charts, tables and choices. */

/** `K[0, 1]` */
export function weightName(index: number, columns: number): string {
  return `K[${String(Math.floor(index / columns))}, ${String(index % columns)}]`;
}
