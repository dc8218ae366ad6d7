/** A binary image to paint on, with a pointer, a finger or the keyboard: 0 is black ink, 1 is white paper. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { lineCells } from '../../math/stroke.ts';
import type { NumberGrid } from '../../state/document.ts';
import { cellOf, leavesRoot, tell, type CellPosition } from './cell-events.ts';
import { pictureColor } from './cell-paint.ts';
import { GridFocus } from './grid-focus.ts';
import { gridStyle } from './grid-style.ts';
import { cellClasses, cellKey, NO_MARKS, sameMarks, type Marks } from './marks.ts';

interface Stroke {
  readonly pointer: number;
  readonly value: 0 | 1;
  last: CellPosition;
}

@customElement('corr2d-paint-grid')
export class PaintGridElement extends LitElement {
  static override styles = [
    gridStyle,
    css`
      .table {
        touch-action: pinch-zoom;
        cursor: crosshair;
      }
    `,
  ];

  @property({ attribute: false }) grid: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @property({ attribute: false, hasChanged: (next: Marks, last?: Marks) => !sameMarks(next, last) })
  marks: Marks = NO_MARKS;
  /** Which grid of the scene this is; its events carry it. */
  @property() name = '';
  @property() label = '';

  private stroke: Stroke | null = null;
  private readonly cells = new GridFocus(this, () => this.grid);
  /** What Shift with an arrow key paints: the value that was set last by key. */
  private brush: 0 | 1 = 0;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const rows = Array.from({ length: this.grid.rows }, (_, row) => row);
    return html`<div class="scroller">
      <div
        class="table"
        style=${styleMap({ '--columns': String(this.grid.columns), '--characters': '2.2' })}
        role="grid"
        aria-label=${this.label}
        aria-describedby="keys"
        @pointerdown=${this.onPointerDown}
        @pointermove=${this.onPointerMove}
        @pointerup=${this.onPointerEnd}
        @pointercancel=${this.onPointerEnd}
        @lostpointercapture=${this.onPointerEnd}
        @pointerover=${this.onPointerOver}
        @pointerleave=${this.onPointerLeave}
        @focusin=${this.onFocusIn}
        @focusout=${this.onFocusOut}
        @keydown=${this.onKeyDown}
      >
        ${rows.map((row) => html`<div role="row">${this.renderRow(row)}</div>`)}
      </div>
      <span id="keys" hidden
        >${msg('Space or Enter inverts a cell; arrow keys move; Shift with an arrow key paints on.')}</span
      >
    </div>`;
  }

  private renderRow(row: number): TemplateResult[] {
    return Array.from({ length: this.grid.columns }, (_, column) => {
      const value = this.valueAt({ row, column });
      const key = cellKey(row, column);
      return html`<div
        role="gridcell"
        class="${cellClasses(this.marks, row, column)} filled"
        style=${pictureColor(value)}
        data-cell=${key}
        data-focus=${key}
        tabindex=${this.cells.tabIndexOf(row, column)}
        aria-label=${msg(str`row ${row + 1}, column ${column + 1}: ${value}`)}
      >
        <span>${value}</span>
      </div>`;
    });
  }

  private onPointerDown(event: PointerEvent): void {
    const position = cellOf(event);
    // One stroke at a time: not a second finger, nor the palm beside a pen.
    if (!position || this.stroke || !event.isPrimary || event.button !== 0) return;
    const value = this.valueAt(position) === 0 ? 1 : 0;
    this.stroke = { pointer: event.pointerId, value, last: position };
    const table = event.currentTarget;
    if (table instanceof Element) table.setPointerCapture(event.pointerId);
    this.paint([[position.row, position.column]], value);
    this.cells.focus(position, { preventScroll: true });
    event.preventDefault();
  }

  /** Every coalesced position counts and gaps are filled, so a fast stroke leaves no holes. */
  private onPointerMove(event: PointerEvent): void {
    const { stroke } = this;
    if (stroke?.pointer !== event.pointerId) return;
    const moves = event.getCoalescedEvents();
    const cells: (readonly [number, number])[] = [];
    for (const move of moves.length > 0 ? moves : [event]) {
      const next = this.cellUnder(move);
      if (!next) continue;
      const { last } = stroke;
      if (next.row === last.row && next.column === last.column) continue;
      cells.push(...lineCells([last.row, last.column], [next.row, next.column]).slice(1));
      stroke.last = next;
    }
    const inside = cells.filter(([row, column]) => this.isInside(row, column));
    if (inside.length > 0) this.paint(inside, stroke.value);
  }

  private onPointerEnd(event: PointerEvent): void {
    if (this.stroke?.pointer !== event.pointerId) return;
    this.stroke = null;
    tell(this, 'stroke-ended', null);
  }

  private onPointerOver(event: PointerEvent): void {
    const position = cellOf(event);
    if (position && !this.stroke) tell(this, 'cell-pointed', { ...position, grid: this.name });
  }

  private onPointerLeave(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && !this.stroke) tell(this, 'cell-pointed', null);
  }

  private onFocusIn(event: FocusEvent): void {
    const position = cellOf(event);
    if (!position) return;
    this.cells.settle(position);
    tell(this, 'cell-pointed', { ...position, grid: this.name });
  }

  private onFocusOut(event: FocusEvent): void {
    if (leavesRoot(event, this.renderRoot)) tell(this, 'cell-pointed', null);
  }

  private onKeyDown(event: KeyboardEvent): void {
    const position = cellOf(event);
    if (!position || event.altKey || event.metaKey) return;
    if (event.key === ' ' || event.key === 'Enter') {
      // A key that is held down must not make the cell flash.
      if (!event.repeat) this.invertByKey(position);
    } else {
      const target = this.cells.target(event.key, position, event.ctrlKey);
      if (!target) return;
      if (event.shiftKey) this.paintLine(position, target);
      this.cells.focus(target);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private invertByKey(position: CellPosition): void {
    this.brush = this.valueAt(position) === 0 ? 1 : 0;
    this.paintLine(position, position);
  }

  private paintLine(from: CellPosition, to: CellPosition): void {
    const cells = lineCells([from.row, from.column], [to.row, to.column]);
    this.paint(cells.length > 1 ? cells.slice(1) : cells, this.brush);
    tell(this, 'stroke-ended', null);
  }

  private paint(cells: readonly (readonly [number, number])[], value: 0 | 1): void {
    tell(this, 'cells-painted', { grid: this.name, cells, value });
  }

  private valueAt({ row, column }: CellPosition): number {
    return this.grid.values[row * this.grid.columns + column] ?? 0;
  }

  /** The cell under a pointer, by geometry: positions outside the grid have rows and columns outside it. */
  private cellUnder(event: PointerEvent): CellPosition | null {
    const table = this.renderRoot.querySelector('.table');
    const first = table?.querySelector('.cell')?.getBoundingClientRect();
    // Without a size (hidden in mid-stroke) there is no cell to be under.
    if (!first || first.width === 0 || first.height === 0) return null;
    return {
      row: Math.floor((event.clientY - first.top) / first.height),
      column: Math.floor((event.clientX - first.left) / first.width),
    };
  }

  private isInside(row: number, column: number): boolean {
    return row >= 0 && column >= 0 && row < this.grid.rows && column < this.grid.columns;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-paint-grid': PaintGridElement;
  }
}
