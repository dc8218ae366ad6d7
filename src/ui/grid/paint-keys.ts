/** Drawing by the keyboard: the focus is the pen. */
import { lineCells, type Cell } from '../../math/stroke.ts';
import type { CellPosition } from './cell-events.ts';
import type { Painting } from './painting.ts';
import { INK, PAPER, type PaintSettings, type PaintTool } from './paint-settings.ts';

const TOOL_KEYS: ReadonlyMap<string, PaintTool> = new Map([
  ['p', 'pencil'],
  ['e', 'eraser'],
  ['l', 'line'],
  ['r', 'rectangle'],
  ['o', 'ellipse'],
  ['f', 'fill'],
  ['t', 'stamp'],
  ['s', 'select'],
]);

/** The letter that chooses a tool. */
export function toolKey(tool: PaintTool): string {
  return [...TOOL_KEYS].find(([, each]) => each === tool)?.[0] ?? '';
}

/** What the keys do to a picture. */
export interface KeyedPicture {
  readonly settings: () => PaintSettings;
  readonly valueAt: (position: CellPosition) => number;
  readonly painting: Painting;
  /** Paints and ends the stroke. */
  readonly paint: (cells: readonly Cell[], value: number) => void;
  readonly choose: (tool: PaintTool) => void;
}

export class PaintKeys {
  /** What Shift with an arrow key paints: the value that was set last by key. */
  private brush = INK;

  constructor(private readonly picture: KeyedPicture) {}

  /** Whether the key was one of these; `target` is where it leads the focus, if it does. */
  press(event: KeyboardEvent, position: CellPosition, target: CellPosition | null): boolean {
    if (target) {
      if (event.shiftKey && this.paintsFreely()) this.paintLine(position, target);
      else if (this.picture.painting.isDrawing) this.picture.painting.extend(target);
      return true;
    }
    if (event.ctrlKey) return false;
    switch (event.key) {
      case ' ':
      case 'Enter':
        // A key that is held down must not make the cell flash.
        if (!event.repeat) this.act(position);
        return true;
      case 'Escape':
        return this.picture.painting.cancel();
      case 'Delete':
      case 'Backspace':
        return this.picture.painting.erase();
      default:
        return this.choose(event.key);
    }
  }

  private paintsFreely(): boolean {
    const { tool } = this.picture.settings();
    return tool === 'pencil' || tool === 'eraser';
  }

  private act(position: CellPosition): void {
    const { painting } = this.picture;
    if (this.paintsFreely()) {
      const { tool, value } = this.picture.settings();
      const inverse = this.picture.valueAt(position) === INK ? PAPER : INK;
      this.brush = tool === 'eraser' ? PAPER : value === 'invert' ? inverse : value;
      this.paintLine(position, position);
    } else if (painting.isDrawing) {
      painting.end();
    } else {
      painting.begin(position);
      if (this.picture.settings().tool === 'fill') painting.end();
    }
  }

  private paintLine(from: CellPosition, to: CellPosition): void {
    const cells = lineCells([from.row, from.column], [to.row, to.column]);
    this.picture.paint(cells.length > 1 ? cells.slice(1) : cells, this.brush);
  }

  private choose(key: string): boolean {
    const tool = TOOL_KEYS.get(key);
    if (tool === undefined) return false;
    this.picture.choose(tool);
    return true;
  }
}
