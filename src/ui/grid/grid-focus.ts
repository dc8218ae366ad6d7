/** Roving tabindex for a grid: one tab stop, arrows move, Home and End go to the ends. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CellPosition } from './cell-events.ts';

export interface GridBounds {
  readonly rows: number;
  readonly columns: number;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

export class GridFocus implements ReactiveController {
  private active: CellPosition = { row: 0, column: 0 };

  constructor(
    private readonly host: Host,
    private readonly bounds: () => GridBounds,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.active = clampTo(this.bounds(), this.active);
  }

  tabIndexOf(row: number, column: number): 0 | -1 {
    return row === this.active.row && column === this.active.column ? 0 : -1;
  }

  /** The column of the tab stop, where it is in this row. */
  columnIn(row: number): number | null {
    return row === this.active.row ? this.active.column : null;
  }

  /** Makes a cell the tab stop without moving the focus. */
  settle(position: CellPosition): void {
    const settled = clampTo(this.bounds(), position);
    if (settled.row === this.active.row && settled.column === this.active.column) return;
    this.active = settled;
    this.host.requestUpdate();
  }

  /** Where a key leads from a cell; null when the key is not one of movement. */
  target(key: string, from: CellPosition, wholeGrid: boolean): CellPosition | null {
    const { rows, columns } = this.bounds();
    const moves: Record<string, CellPosition> = {
      ArrowUp: { row: from.row - 1, column: from.column },
      ArrowDown: { row: from.row + 1, column: from.column },
      ArrowLeft: { row: from.row, column: from.column - 1 },
      ArrowRight: { row: from.row, column: from.column + 1 },
      Home: { row: wholeGrid ? 0 : from.row, column: 0 },
      End: { row: wholeGrid ? rows - 1 : from.row, column: columns - 1 },
    };
    const move = moves[key];
    return move ? clampTo({ rows, columns }, move) : null;
  }

  /** Moves the focus; `options` are those of `HTMLElement.focus`. */
  focus(position: CellPosition, options?: FocusOptions): void {
    this.settle(position);
    const { row, column } = this.active;
    const selector = `[data-focus="${String(row)},${String(column)}"]`;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus(options);
  }
}

function clampTo({ rows, columns }: GridBounds, { row, column }: CellPosition): CellPosition {
  return { row: clamp(row, rows - 1), column: clamp(column, columns - 1) };
}

function clamp(value: number, maximum: number): number {
  return Math.max(0, Math.min(value, maximum));
}
