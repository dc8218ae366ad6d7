/** Elements of a stack: named by the grids of the page, found, and looked up. */
import type { StackPlan } from '../../math/stack/layer.ts';
import type { StackPlace } from '../../math/stack/links.ts';
import type { StackState } from '../../state/stack-response.ts';
import type { GridCell } from '../grid/cell-events.ts';

/** The name of a map is `level:channel`. */
export function placeOf({ grid, row, column }: GridCell): StackPlace {
  const [level = 0, channel = 0] = grid.split(':').map(Number);
  return { level, channel, row, column };
}

export function isIn({ level, channel, row, column }: StackPlace, { shapes }: StackPlan): boolean {
  const [channels = 0, rows = 0, columns = 0] = shapes[level] ?? [];
  return channel < channels && row < rows && column < columns;
}

export function samePlace(one: StackPlace, other: StackPlace): boolean {
  return (
    one.level === other.level &&
    one.channel === other.channel &&
    one.row === other.row &&
    one.column === other.column
  );
}

export function valueAt(
  levels: StackState['levels'],
  { level, channel, row, column }: StackPlace,
): number | null {
  const tensor = levels[level];
  if (!tensor) return null;
  const [, , rows, columns] = tensor.shape;
  return tensor.data[(channel * rows + row) * columns + column] ?? null;
}
