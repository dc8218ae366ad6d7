/** One cell size for all grids of a figure, so that the window on the image is as large as the kernel beside it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Sides in CSS pixels: 24 is the smallest target that WCAG 2.2 (2.5.8) allows. */
const SMALLEST_CELL = 24;
/** Grids too wide for that are drawings: 10 can still be drawn on, and the keyboard reaches every cell. */
const MOST_ROOMY_COLUMNS = 16;
const SMALLEST_DRAWN_CELL = 10;
const LARGEST_CELL = 60;
/** Where there is room for more than so many of the largest cells beside one another, they grow with it. */
const MOST_LARGE_CELLS = 20;
/** Stacked figures are on narrow screens: their cells are smaller than the largest, but no smaller than needed. */
const STACKED_SHARE = 0.8;
/** What an operator with its gaps takes beside the grids; narrow figures draw closer together (see figure.ts). */
const OPERATOR_WIDTH = 58;
const NARROW_OPERATOR_WIDTH = 34;
const NARROW = 560;
const GRID_BORDERS = 8;

/** Before the first measurement. */
const DEFAULT_WIDTH = 960;

/** Sides of a cell in CSS pixels. */
export interface CellBounds {
  readonly smallest?: number;
  readonly largest?: number;
  /** Times the side that would be; above 1 the grids scroll. */
  readonly zoom?: number;
}

export interface FigureLayout {
  readonly cell: number;
  /** Grids under one another instead of in a row. */
  readonly stacked: boolean;
}

function grownCell(largest: number, available: number): number {
  return Math.floor(largest * Math.max(1, available / (MOST_LARGE_CELLS * LARGEST_CELL)));
}

/** The largest cell that lets grids of these widths (in cells) stand in a row; stacked when that is too small, or zoomed. */
export function fitCells(
  available: number,
  columns: readonly number[],
  { zoom = 1, ...bounds }: CellBounds = {},
): FigureLayout {
  const fitted = fitWhole(available, columns, bounds);
  return zoom === 1 ? fitted : { cell: Math.round(zoom * fitted.cell), stacked: true };
}

function fitWhole(
  available: number,
  columns: readonly number[],
  { smallest: wanted = SMALLEST_CELL, largest: most = LARGEST_CELL }: CellBounds,
): FigureLayout {
  const largest = grownCell(most, available);
  const drawn = Math.max(...columns) > MOST_ROOMY_COLUMNS;
  const smallest = drawn ? SMALLEST_DRAWN_CELL : wanted;
  const total = columns.reduce((sum, count) => sum + count, 0);
  const operator = available < NARROW ? NARROW_OPERATOR_WIDTH : OPERATOR_WIDTH;
  const operators = (columns.length - 1) * operator + columns.length * GRID_BORDERS;
  const inRow = Math.floor((available - operators) / total);
  if (inRow >= smallest) return { cell: Math.min(inRow, largest), stacked: false };
  const alone = Math.floor((available - GRID_BORDERS) / Math.max(...columns));
  return { cell: Math.max(smallest, Math.min(alone, Math.floor(largest * STACKED_SHARE))), stacked: true };
}

/** Smaller cells are seen, not read. */
const SMALLEST_READ_CELL = 18;

/** What a figure tells its grids. */
export function cellStyle({ cell }: FigureLayout): Record<string, string> {
  return { '--cell': `${String(cell)}px`, '--cell-text': cell < SMALLEST_READ_CELL ? 'hidden' : 'visible' };
}

/** Watches the width of its host and lays figures out for it. */
export class FigureFit implements ReactiveController {
  /** As it was chosen last, perhaps for another width. */
  private chosen = 1;
  private width = 0;
  private observer: ResizeObserver | null = null;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.width = this.host.clientWidth;
    this.observer = new ResizeObserver(() => {
      if (this.host.clientWidth === this.width) return;
      this.width = this.host.clientWidth;
      this.host.requestUpdate();
    });
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = null;
  }

  /** The layout for grids of these widths in the host's present width. */
  layout(columns: readonly number[], bounds?: CellBounds): FigureLayout {
    return fitCells(this.available, columns, { zoom: this.zoom(columns), ...bounds });
  }

  /** Of cells that would be small; of others 1. */
  zoom(columns: readonly number[]): number {
    const most = this.mostZoom(columns);
    return most === 1 ? 1 : Math.min(most, Math.max(this.leastZoom(columns), this.chosen));
  }

  /** That shows the widest grid whole; 1 where it is whole anyway. */
  leastZoom(columns: readonly number[]): number {
    const whole = Math.floor((this.available - GRID_BORDERS) / Math.max(...columns));
    return Math.min(1, whole / fitCells(this.available, columns).cell);
  }

  /** To the largest cells; 1 where those that fit are large enough to be hit. */
  mostZoom(columns: readonly number[]): number {
    const { cell } = fitCells(this.available, columns);
    return cell < SMALLEST_CELL ? LARGEST_CELL / cell : 1;
  }

  zoomTo(zoom: number): void {
    this.chosen = zoom;
    this.host.requestUpdate();
  }

  private get available(): number {
    return this.width || DEFAULT_WIDTH;
  }
}
