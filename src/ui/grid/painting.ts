/** A picture under the tools: the stroke that is being drawn and what is selected, told as what has come of them. */
import type { ReactiveControllerHost } from 'lit';
import type { Cell } from '../../math/stroke.ts';
import type { NumberGrid } from '../../state/document.ts';
import { tell, type CellPosition } from './cell-events.ts';
import { withMovedArea, type Area } from './paint-image.ts';
import type { PaintSettings } from './paint-settings.ts';
import { PaintStroke, type StrokeStep } from './paint-stroke.ts';

const MOST_PLACES = 100;

/** The element that shows the picture. */
export interface Paper extends ReactiveControllerHost, EventTarget {
  readonly grid: NumberGrid;
  readonly name: string;
  readonly settings: PaintSettings;
}

export class Painting {
  private stroke: PaintStroke | null = null;
  private selected: Area | null = null;
  /** Where the selection lay on pictures that it was moved on. */
  private readonly places: { readonly image: NumberGrid; readonly area: Area }[] = [];

  constructor(private readonly paper: Paper) {}

  get selection(): Area | null {
    return this.selected;
  }

  get isDrawing(): boolean {
    return this.stroke !== null;
  }

  /** What the stroke that is being drawn leaves. */
  get value(): number | null {
    return this.stroke?.value ?? null;
  }

  /** Another picture: where a move was undone or done again, the selection goes with it. */
  follow(grid: NumberGrid): void {
    if (this.stroke || !this.selected) return;
    const place = this.places.findLast(({ image }) => isSame(image, grid));
    if (place) this.selected = place.area;
  }

  deselect(): void {
    this.select(null);
  }

  begin({ row, column }: CellPosition): void {
    const { settings, grid } = this.paper;
    this.stroke = new PaintStroke(settings, grid, [row, column], this.selected);
    this.tellSteps(this.stroke.begin());
    if (settings.tool === 'select' && this.selected) this.keepPlace(grid, this.selected);
  }

  /** On to a cell, which may lie outside the picture. */
  extend({ row, column }: CellPosition): void {
    if (this.stroke) this.tellSteps(this.stroke.extend([row, column]));
  }

  end(): void {
    if (!this.stroke) return;
    this.stroke = null;
    tell(this.paper, 'stroke-ended', null);
  }

  /** A whole stroke at once. */
  paint(cells: readonly Cell[], value: number): void {
    tell(this.paper, 'cells-painted', { grid: this.paper.name, cells, value });
    tell(this.paper, 'stroke-ended', null);
  }

  /** What is being drawn, or else the selection, is given up; false where there was neither. */
  cancel(): boolean {
    const { stroke } = this;
    if (!stroke && !this.selected) return false;
    if (stroke) this.tellSteps(stroke.cancel());
    else this.select(null);
    this.end();
    return true;
  }

  /** Paper where the selection was; false where there is none. */
  erase(): boolean {
    const { grid, name, settings } = this.paper;
    if (!this.selected) return false;
    const image = withMovedArea(grid, this.selected, grid.rows, grid.columns, settings.paper);
    tell(this.paper, 'image-made', { grid: name, name: 'paint', image });
    tell(this.paper, 'stroke-ended', null);
    return true;
  }

  private tellSteps(steps: readonly StrokeStep[]): void {
    const { paper } = this;
    const moved = steps.find((step) => step.kind === 'image');
    for (const step of steps) {
      if (step.kind === 'selection') {
        this.select(step.selection);
        if (moved && step.selection) this.keepPlace(moved.image, step.selection);
      } else if (step.kind === 'image') tell(paper, 'image-made', { ...step, grid: paper.name });
      else tell(paper, 'cells-painted', { grid: paper.name, cells: step.cells, value: step.value });
    }
  }

  private keepPlace(image: NumberGrid, area: Area): void {
    this.places.push({ image, area });
    if (this.places.length > MOST_PLACES) this.places.shift();
  }

  private select(selection: Area | null): void {
    this.selected = selection;
    this.paper.requestUpdate();
  }
}

function isSame(left: NumberGrid, right: NumberGrid): boolean {
  return left.columns === right.columns && left.values.every((value, index) => value === right.values[index]);
}
