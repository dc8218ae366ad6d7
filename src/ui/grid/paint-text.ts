/** What is drawn by key, in words for screen readers. */
import { msg, str } from '@lit/localize';
import { toolName } from '../wording/tool-text.ts';
import type { CellPosition } from './cell-events.ts';
import type { Area } from './paint-image.ts';
import type { PaintTool } from './paint-settings.ts';

export function cellText({ row, column }: CellPosition, value: number): string {
  return msg(str`row ${row + 1}, column ${column + 1}: ${value}`);
}

/** A shape begins. */
export function beginText(tool: PaintTool, { row, column }: CellPosition): string {
  return msg(str`${toolName(tool)} begins at row ${row + 1}, column ${column + 1}`);
}

/** A shape ends at a cell and left `value`, or something is selected. */
export function endText(
  tool: PaintTool,
  position: CellPosition,
  value: number,
  selection: Area | null,
): string {
  if (tool !== 'select') return `${toolName(tool)}, ${cellText(position, value)}`;
  if (!selection) return msg('nothing selected');
  const { row, column, rows, columns } = selection;
  return msg(str`rows ${row + 1} to ${row + rows}, columns ${column + 1} to ${column + columns} selected`);
}
