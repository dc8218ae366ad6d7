/** A picture under the tools: the stroke that is being drawn and what is selected, told as what has come of them. */
import type { ReactiveControllerHost } from 'lit';
import type { Cell } from '../../math/stroke.ts';
import type { NumberGrid } from '../../state/document.ts';
import { tell, type CellPosition } from './cell-events.ts';
import { withMovedArea, type Area } from './paint-image.ts';
import type { PaintSettings } from './paint-settings.ts';
import { PaintStroke, type StrokeStep } from './paint-stroke.ts';

/** The element that shows the picture. */
export interface Paper extends ReactiveControllerHost, EventTarget {
  readonly grid: NumberGrid;
  readonly name: string;
  readonly settings: PaintSettings;
}

export class Painting {
  private stroke: PaintStroke | null = null;
  private selected: Area | null = null;

  constructor(private readonly paper: Paper) {}

  get selection(): Area | null {
    return this.selected;
  }

  get isDrawing(): boolean {
    return this.stroke !== null;
  }

  deselect(): void {
    this.select(null);
  }

  begin({ row, column }: CellPosition): void {
    const { settings, grid } = this.paper;
    this.stroke = new PaintStroke(settings, grid, [row, column], this.selected);
    this.tellSteps(this.stroke.begin());
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
    const { grid, name } = this.paper;
    if (!this.selected) return false;
    const image = withMovedArea(grid, this.selected, grid.rows, grid.columns);
    tell(this.paper, 'image-made', { grid: name, name: 'paint', image });
    tell(this.paper, 'stroke-ended', null);
    return true;
  }

  private tellSteps(steps: readonly StrokeStep[]): void {
    const { paper } = this;
    for (const step of steps) {
      if (step.kind === 'selection') this.select(step.selection);
      else if (step.kind === 'image') tell(paper, 'image-made', { ...step, grid: paper.name });
      else tell(paper, 'cells-painted', { grid: paper.name, cells: step.cells, value: step.value });
    }
  }

  private select(selection: Area | null): void {
    this.selected = selection;
    this.paper.requestUpdate();
  }
}
