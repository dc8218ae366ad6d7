/** Drawing by the keyboard: the focus is the pen. */
import { msg } from '@lit/localize';
import { brushCells } from '../../math/picture/shapes.ts';
import { lineCells } from '../../math/stroke.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { CellPosition } from './cell-events.ts';
import { inverseOf } from './paint-image.ts';
import type { PaintSettings, PaintTool } from './paint-settings.ts';
import { strokeValue } from './paint-stroke.ts';
import { beginText, cellText, endText } from './paint-text.ts';
import type { Painting } from './painting.ts';

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
  readonly grid: () => NumberGrid;
  readonly painting: Painting;
  readonly choose: (tool: PaintTool) => void;
  /** Told to screen readers. */
  readonly say: (text: string) => void;
}

export class PaintKeys {
  /** What a brush that inverts was set to by key; on it goes with Shift and an arrow. */
  private inverse: number | null = null;

  constructor(private readonly picture: KeyedPicture) {}

  /** Whether the key was one of these; `target` is where it leads the focus, if it does. */
  press(event: KeyboardEvent, position: CellPosition, target: CellPosition | null): boolean {
    const { painting } = this.picture;
    if (target) {
      if (event.shiftKey && this.paintsFreely()) this.paintLine(position, target);
      else if (painting.isDrawing) painting.extend(target);
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
        return this.said(painting.cancel(), msg('given up'));
      case 'Delete':
      case 'Backspace':
        return this.said(painting.erase(), msg('selection erased'));
      default:
        return this.choose(event.key);
    }
  }

  private said(done: boolean, text: string): boolean {
    if (done) this.picture.say(text);
    return done;
  }

  private paintsFreely(): boolean {
    const { tool } = this.picture.settings();
    return tool === 'pencil' || tool === 'eraser';
  }

  private act(position: CellPosition): void {
    const { painting, settings, grid } = this.picture;
    const { tool } = settings();
    if (this.paintsFreely()) {
      this.inverse = strokeValue(settings(), grid(), [position.row, position.column]);
      this.paintLine(position, position);
    } else if (painting.isDrawing) {
      this.finish(position);
    } else {
      painting.begin(position);
      if (tool === 'fill') this.finish(position);
      else this.picture.say(beginText(tool, position));
    }
  }

  private finish(position: CellPosition): void {
    const { painting, settings } = this.picture;
    const { value } = painting;
    painting.end();
    this.picture.say(endText(settings().tool, position, value ?? 0, painting.selection));
  }

  private paintLine(from: CellPosition, to: CellPosition): void {
    const { painting, settings, grid, say } = this.picture;
    const { tool, size, value: set, paper } = settings();
    const { rows, columns, values } = grid();
    const value =
      tool === 'eraser' ? paper : set === 'invert' ? (this.inverse ?? inverseOf(paper, values)) : set;
    const line = lineCells([from.row, from.column], [to.row, to.column]);
    const cells = brushCells(line.length > 1 ? line.slice(1) : line, size);
    painting.paint(
      cells.filter(([row, column]) => row >= 0 && column >= 0 && row < rows && column < columns),
      value,
    );
    say(cellText(to, value));
  }

  private choose(key: string): boolean {
    const tool = TOOL_KEYS.get(key);
    if (tool === undefined) return false;
    this.picture.choose(tool);
    return true;
  }
}
