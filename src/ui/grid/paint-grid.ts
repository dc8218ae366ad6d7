/** A picture to draw on, with a pointer, a finger or the keyboard: 0 is black ink, 1 is white paper, greys between. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Cell } from '../../math/stroke.ts';
import type { NumberGrid } from '../../state/document.ts';
import { cellOf, leavesRoot, tell, type CellPosition } from './cell-events.ts';
import { pictureColor } from './cell-paint.ts';
import { cellUnder } from './cell-under.ts';
import { GridFocus } from './grid-focus.ts';
import { gridStyle } from './grid-style.ts';
import { cellClasses, cellKey, NO_MARKS, sameMarks, type Marks } from './marks.ts';
import { contains, withMovedArea, type Area } from './paint-image.ts';
import { PaintKeys } from './paint-keys.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from './paint-settings.ts';
import { PaintStroke, type StrokeStep } from './paint-stroke.ts';
import { markKeys, valuesKey } from './row-memo.ts';
import { tableClasses } from './table-classes.ts';

@customElement('corr2d-paint-grid')
export class PaintGridElement extends LitElement {
  static override styles = [
    gridStyle,
    css`
      .table {
        touch-action: pinch-zoom;
        cursor: crosshair;
      }

      .visually-hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      .selection {
        position: absolute;
        border: 2px dashed var(--focus);
        pointer-events: none;
        z-index: 4;
      }
    `,
  ];

  @property({ attribute: false }) grid: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @property({ attribute: false, hasChanged: (next: Marks, last?: Marks) => !sameMarks(next, last) })
  marks: Marks = NO_MARKS;
  @property({ attribute: false }) settings: PaintSettings = DEFAULT_SETTINGS;
  /** Which grid of the scene this is; its events carry it. */
  @property() name = '';
  @property() label = '';

  /** What was painted last by key, for screen readers. */
  @state() private announced = '';
  @state() private selection: Area | null = null;
  private pointer: number | null = null;
  private stroke: PaintStroke | null = null;
  private readonly cells = new GridFocus(this, () => this.grid);
  private readonly keys = new PaintKeys({
    settings: () => this.settings,
    valueAt: (position) => this.valueAt(position),
    paint: (cells, value) => {
      tell(this, 'cells-painted', { grid: this.name, cells, value });
      tell(this, 'stroke-ended', null);
      this.announced = cellText(cells.at(-1) ?? [0, 0], value);
    },
    isDrawing: () => this.stroke !== null,
    begin: (position) => {
      this.begin(position);
    },
    extend: (position) => {
      this.extend(position);
    },
    end: () => {
      this.end();
    },
    cancel: () => this.cancel(),
    erase: () => this.eraseSelection(),
    choose: (tool) => {
      tell(this, 'tool-chosen', tool);
    },
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('settings') && this.settings.tool !== 'select') this.selection = null;
  }

  override render(): TemplateResult {
    const marked = markKeys(this.marks);
    const rows = Array.from({ length: this.grid.rows }, (_, row) => row);
    return html`<div class="scroller">
      <div
        class=${tableClasses(this.grid.columns)}
        style=${styleMap({ '--columns': String(this.grid.columns), '--characters': String(this.characters) })}
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
        ${rows.map((row) => html`<div role="row">${guard(this.rowKeys(row, marked), () => this.renderRow(row))}</div>`)}
        ${this.renderSelection()}
      </div>
      <span class="visually-hidden" role="status">${this.announced}</span>
      <span id="keys" hidden
        >${msg('Space or Enter inverts a cell; arrow keys move; Shift with an arrow key paints on.')}</span
      >
    </div>`;
  }

  private get characters(): number {
    return this.grid.values.some((value) => !Number.isInteger(value)) ? 3.2 : 2.2;
  }

  private rowKeys(row: number, marked: ReadonlyMap<number, string>): unknown[] {
    const { values, columns } = this.grid;
    return [valuesKey(values, columns, row), marked.get(row), this.cells.columnIn(row), columns, this.label];
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
        aria-label=${cellText([row, column], value)}
      >
        <span>${value}</span>
      </div>`;
    });
  }

  private renderSelection(): TemplateResult | typeof nothing {
    const { selection } = this;
    if (!selection) return nothing;
    const cells = (count: number): string => `calc(${String(count)} * var(--cell, 2.5rem))`;
    return html`<div
      class="selection"
      style=${styleMap({
        top: cells(selection.row),
        left: cells(selection.column),
        width: cells(selection.columns),
        height: cells(selection.rows),
      })}
    ></div>`;
  }

  private onPointerDown(event: PointerEvent): void {
    const position = cellOf(event);
    // One stroke at a time: not a second finger, nor the palm beside a pen.
    if (!position || this.pointer !== null || !event.isPrimary || event.button !== 0) return;
    if (this.stroke) this.end();
    this.pointer = event.pointerId;
    const table = event.currentTarget;
    if (table instanceof Element) table.setPointerCapture(event.pointerId);
    this.begin(position);
    this.cells.focus(position, { preventScroll: true });
    event.preventDefault();
  }

  /** Every coalesced position counts and gaps are filled, so a fast stroke leaves no holes. */
  private onPointerMove(event: PointerEvent): void {
    if (this.pointer !== event.pointerId) return;
    const moves = event.getCoalescedEvents();
    const places = (moves.length > 0 ? moves : [event]).map((move) => cellUnder(this.renderRoot, move));
    // A shape follows the last of them; a pencil has been at each.
    const draws = this.settings.tool === 'pencil' || this.settings.tool === 'eraser';
    for (const place of draws ? places : places.slice(-1)) if (place) this.extend(place);
  }

  private onPointerEnd(event: PointerEvent): void {
    if (this.pointer !== event.pointerId) return;
    this.pointer = null;
    this.end();
  }

  private begin({ row, column }: CellPosition): void {
    this.stroke = new PaintStroke(this.settings, this.grid, [row, column], this.selection);
    this.tellSteps(this.stroke.begin());
  }

  private extend({ row, column }: CellPosition): void {
    if (this.stroke) this.tellSteps(this.stroke.extend([row, column]));
  }

  private end(): void {
    if (!this.stroke) return;
    this.stroke = null;
    tell(this, 'stroke-ended', null);
  }

  /** What is being drawn, or else the selection, is given up; false where there was neither. */
  private cancel(): boolean {
    const { stroke } = this;
    if (!stroke && !this.selection) return false;
    if (stroke) this.tellSteps(stroke.cancel());
    else this.selection = null;
    this.end();
    return true;
  }

  private eraseSelection(): boolean {
    const { selection, grid } = this;
    if (!selection) return false;
    const image = withMovedArea(grid, selection, grid.rows, grid.columns);
    tell(this, 'image-made', { grid: this.name, name: 'paint', image });
    tell(this, 'stroke-ended', null);
    return true;
  }

  private tellSteps(steps: readonly StrokeStep[]): void {
    for (const step of steps) {
      if (step.kind === 'selection') this.selection = step.selection;
      else if (step.kind === 'image') tell(this, 'image-made', { ...step, grid: this.name });
      else tell(this, 'cells-painted', { grid: this.name, cells: step.cells, value: step.value });
    }
  }

  private onPointerOver(event: PointerEvent): void {
    const position = cellOf(event);
    const { selection } = this;
    if (position && this.pointer === null) tell(this, 'cell-pointed', { ...position, grid: this.name });
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const over = position && selection && contains(selection, [position.row, position.column]);
    event.currentTarget.style.cursor = over ? 'move' : '';
  }

  private onPointerLeave(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && this.pointer === null) tell(this, 'cell-pointed', null);
  }

  private onFocusIn(event: FocusEvent): void {
    const position = cellOf(event);
    if (!position) return;
    this.cells.settle(position);
    tell(this, 'cell-pointed', { ...position, grid: this.name });
  }

  private onFocusOut(event: FocusEvent): void {
    if (!leavesRoot(event, this.renderRoot)) return;
    if (this.pointer === null) this.end();
    tell(this, 'cell-pointed', null);
  }

  private onKeyDown(event: KeyboardEvent): void {
    const position = cellOf(event);
    if (!position || event.altKey || event.metaKey) return;
    const target = this.cells.target(event.key, position, event.ctrlKey);
    if (!this.keys.press(event, position, target)) return;
    if (target) this.cells.focus(target);
    event.preventDefault();
    event.stopPropagation();
  }

  private valueAt({ row, column }: CellPosition): number {
    return this.grid.values[row * this.grid.columns + column] ?? 0;
  }
}

function cellText([row, column]: Cell, value: number): string {
  return msg(str`row ${row + 1}, column ${column + 1}: ${value}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-paint-grid': PaintGridElement;
  }
}
