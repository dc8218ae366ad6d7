/** One stroke with a tool, from the cell where it begins over those it reaches: what it makes of the picture. */
import { brushCells, floodCells } from '../../math/picture/shapes.ts';
import { lineCells, type Cell } from '../../math/stroke.ts';
import type { ImageEdit } from '../../state/action.ts';
import type { NumberGrid } from '../../state/document.ts';
import {
  areaBetween,
  contains,
  inverseOf,
  withCells,
  withMovedArea,
  withShape,
  withStamp,
  type Area,
} from './paint-image.ts';
import type { PaintSettings } from './paint-settings.ts';

/** What a stroke has come to: painted cells, another picture, or another selection. */
export type StrokeStep =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[]; readonly value: number }
  | { readonly kind: 'image'; readonly name: ImageEdit; readonly image: NumberGrid }
  | { readonly kind: 'selection'; readonly selection: Area | null };

export class PaintStroke {
  private last: Cell;
  /** What it leaves. */
  readonly value: number;
  private readonly moves: boolean;

  /** `selection` is what is selected when the stroke begins. */
  constructor(
    private readonly settings: PaintSettings,
    private readonly base: NumberGrid,
    private readonly from: Cell,
    private readonly selection: Area | null,
  ) {
    this.last = from;
    this.value = strokeValue(settings, base, from);
    this.moves = settings.tool === 'select' && selection !== null && contains(selection, from);
  }

  begin(): readonly StrokeStep[] {
    const { settings, base, from, value } = this;
    switch (settings.tool) {
      case 'pencil':
      case 'eraser':
        return [{ kind: 'cells', cells: this.inside(brushCells([from], settings.size)), value }];
      case 'fill': {
        const cells = floodCells(base.values, base.rows, base.columns, from);
        return [{ kind: 'image', name: 'fill-image', image: withCells(base, cells, value) }];
      }
      case 'select':
        return this.moves ? [] : [{ kind: 'selection', selection: null }];
      case 'line':
      case 'rectangle':
      case 'ellipse':
      case 'stamp':
        return this.reach(from);
    }
  }

  /** On to a cell, which may lie outside the picture. */
  extend(to: Cell): readonly StrokeStep[] {
    if (to[0] === this.last[0] && to[1] === this.last[1]) return [];
    const steps = this.reach(to);
    this.last = to;
    return steps;
  }

  /** The picture as it was when the stroke began. */
  cancel(): readonly StrokeStep[] {
    return [
      { kind: 'image', name: editName(this.settings.tool), image: this.base },
      { kind: 'selection', selection: this.selection },
    ];
  }

  private reach(to: Cell): readonly StrokeStep[] {
    const { settings, base, from, last, value } = this;
    switch (settings.tool) {
      case 'pencil':
      case 'eraser': {
        const cells = this.inside(brushCells(lineCells(last, to).slice(1), settings.size));
        return cells.length > 0 ? [{ kind: 'cells', cells, value }] : [];
      }
      case 'fill':
        return [];
      case 'stamp':
        if (settings.stamp === null) return [];
        return [{ kind: 'image', name: 'stamp-image', image: withStamp(base, settings.stamp, to, value) }];
      case 'select':
        return this.select(to);
      case 'line':
      case 'rectangle':
      case 'ellipse': {
        const image = withShape(base, settings, from, to, value);
        return [{ kind: 'image', name: editName(settings.tool), image }];
      }
    }
  }

  private select(to: Cell): readonly StrokeStep[] {
    const { base, from, selection, settings } = this;
    if (!this.moves || selection === null) {
      return [{ kind: 'selection', selection: areaBetween(base, from, to) }];
    }
    const [down, right] = [to[0] - from[0], to[1] - from[1]];
    const moved = { ...selection, row: selection.row + down, column: selection.column + right };
    return [
      {
        kind: 'image',
        name: 'move-selection',
        image: withMovedArea(base, selection, down, right, settings.paper),
      },
      { kind: 'selection', selection: moved },
    ];
  }

  private inside(cells: readonly Cell[]): readonly Cell[] {
    const { rows, columns } = this.base;
    return cells.filter(([row, column]) => row >= 0 && column >= 0 && row < rows && column < columns);
  }
}

/** What a stroke that begins at a cell leaves. */
export function strokeValue(
  { tool, value, paper }: PaintSettings,
  { values, columns }: NumberGrid,
  [row, column]: Cell,
): number {
  if (tool === 'eraser') return paper;
  if (value !== 'invert') return value;
  return inverseOf(tool === 'stamp' ? paper : (values[row * columns + column] ?? paper), values);
}

function editName(tool: PaintSettings['tool']): ImageEdit {
  switch (tool) {
    case 'pencil':
    case 'eraser':
      return 'paint';
    case 'line':
      return 'draw-line';
    case 'rectangle':
      return 'draw-rectangle';
    case 'ellipse':
      return 'draw-ellipse';
    case 'fill':
      return 'fill-image';
    case 'stamp':
      return 'stamp-image';
    case 'select':
      return 'move-selection';
  }
}
