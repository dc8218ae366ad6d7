/** A picture to draw on by pointer, finger or keyboard: 0 is black ink, 1 white paper; values beyond are levels, too. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber } from '../../math/format.ts';
import type { NumberGrid } from '../../state/document.ts';
import { cellOf, leavesRoot, tell, type CellPosition } from './cell-events.ts';
import './cell-picture.ts';
import { levelColors, type LevelColors } from './level-colors.ts';
import { cellUnder } from './cell-under.ts';
import { GridFocus } from './grid-focus.ts';
import { gridStyle } from './grid-style.ts';
import { cellClasses, cellKey, NO_MARKS, sameMarks, type Marks } from './marks.ts';
import { renderOverlay, renderSelection } from './mark-overlay.ts';
import { contains } from './paint-image.ts';
import { PaintKeys } from './paint-keys.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from './paint-settings.ts';
import { cellText } from './paint-text.ts';
import { Painting } from './painting.ts';
import { NO_RING, type Ring } from './ring.ts';
import { keptRows, markKeys } from './row-memo.ts';
import { StrokeMoves, type Places } from './stroke-moves.ts';
import { isDense, tableClasses } from './table-classes.ts';
import { visuallyHidden } from '../style/controls.ts';

@customElement('corr2d-paint-grid')
export class PaintGridElement extends LitElement {
  static override styles = [
    gridStyle,
    visuallyHidden,
    css`
      .table {
        touch-action: pinch-zoom;
        cursor: crosshair;
      }

      .selection {
        position: absolute;
        border: 2px solid var(--surface);
        outline: 2px dashed var(--focus);
        outline-offset: -2px;
        pointer-events: none;
        z-index: 4;
      }
    `,
  ];

  @property({ attribute: false }) grid: NumberGrid = { rows: 1, columns: 1, values: [0] };
  /** Cells of padding around the picture, shown as zeros; nothing is painted there. */
  @property({ attribute: false }) ring: Ring = NO_RING;
  @property({ attribute: false, hasChanged: (next: Marks, last?: Marks) => !sameMarks(next, last) })
  marks: Marks = NO_MARKS;
  @property({ attribute: false }) settings: PaintSettings = DEFAULT_SETTINGS;
  /** Which grid of the scene this is; its events carry it. */
  @property() name = '';
  @property() label = '';

  /** What was done last by key, for screen readers. */
  @state() private announced = '';
  @state() private pointer: number | null = null;
  private rows: readonly (readonly number[])[] = [];
  private readonly painting = new Painting(this);
  private readonly moves = new StrokeMoves(
    (event) => this.placeOf(event),
    (places) => {
      this.draw(places);
    },
  );
  private readonly cells = new GridFocus(this, () => this.grid);
  private readonly keys = new PaintKeys({
    settings: () => this.settings,
    grid: () => this.grid,
    painting: this.painting,
    say: (text) => {
      this.announced = text;
    },
    choose: (tool) => {
      tell(this, 'tool-chosen', tool);
    },
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('settings') && this.settings.tool !== 'select') this.painting.deselect();
    if (!changed.has('grid')) return;
    this.painting.follow(this.grid);
    this.rows = keptRows(this.grid.values, this.grid.columns, this.rows);
  }

  override render(): TemplateResult {
    const { grid, ring } = this;
    const marked = markKeys(this.cellMarks);
    const rows = Array.from({ length: grid.rows + ring[0] + ring[2] }, (_, row) => row - ring[0]);
    const colors = levelColors(grid.values);
    return html`<div class="scroller">
      <div
        class=${tableClasses(this.allColumns, {}, this.isPictured)}
        style=${styleMap({ '--columns': String(this.allColumns), '--characters': String(colors.characters) })}
        role="grid"
        aria-label=${this.label}
        aria-describedby="keys"
        @pointerdown=${this.onPointerDown}
        @pointermove=${this.onPointerMove}
        @pointerup=${this.onPointerEnd}
        @pointercancel=${this.onPointerCancel}
        @lostpointercapture=${this.onPointerEnd}
        @pointerover=${this.onPointerOver}
        @pointerleave=${this.onPointerLeave}
        @focusin=${this.onFocusIn}
        @focusout=${this.onFocusOut}
        @keydown=${this.onKeyDown}
      >
        ${this.isPictured ? html`<corr2d-cell-picture .grid=${grid} .ring=${ring} .scale=${colors.scale}></corr2d-cell-picture>` : nothing}
        <div class="rows" role="presentation">
          ${rows.map((row) => html`<div role="row">${guard(this.rowKeys(row, marked, colors), () => this.renderRow(row, colors))}</div>`)}
        </div>
        ${renderOverlay(this.overlayMarks, ring, this.isPictured)}
        ${renderSelection(this.painting.selection, ring)}
      </div>
      <span class="visually-hidden" role="status">${this.announced}</span>
      <span id="keys" hidden
        >${msg('Space or Enter inverts a cell; arrow keys move; Shift with an arrow key paints on.')}</span
      >
    </div>`;
  }

  private get allColumns(): number {
    return this.grid.columns + this.ring[1] + this.ring[3];
  }

  private get isPictured(): boolean {
    return isDense(this.allColumns);
  }

  /** Marks that the cells carry themselves. */
  private get cellMarks(): Marks {
    return this.isPictured ? NO_MARKS : this.marks;
  }

  /** None on a large picture during a stroke: the hand hides the cell that it is at, and a mark that moves costs half a frame. */
  private get overlayMarks(): Marks {
    return this.isPictured && this.pointer !== null ? NO_MARKS : this.marks;
  }

  private rowKeys(row: number, marked: ReadonlyMap<number, string>, { scale }: LevelColors): unknown[] {
    return [
      this.rows[row],
      marked.get(row),
      this.cells.columnIn(row),
      this.ring.join(),
      scale.low,
      scale.high,
      this.label,
    ];
  }

  private renderRow(row: number, { colorOf }: LevelColors): TemplateResult[] {
    return Array.from({ length: this.allColumns }, (_, index) => {
      const column = index - this.ring[1];
      return this.isInside({ row, column })
        ? this.renderCell(row, column, this.isPictured ? undefined : colorOf)
        : this.renderRing(row, column);
    });
  }

  private renderCell(row: number, column: number, colorOf?: (value: number) => string): TemplateResult {
    const value = this.valueAt({ row, column });
    const key = cellKey(row, column);
    return html`<div
      role="gridcell"
      class="${cellClasses(this.cellMarks, row, column)} filled"
      style=${ifDefined(colorOf?.(value))}
      data-cell=${key}
      data-focus=${key}
      tabindex=${this.cells.tabIndexOf(row, column)}
      aria-label=${cellText({ row, column }, value)}
    >
      <span>${formatNumber(value, 2)}</span>
    </div>`;
  }

  private renderRing(row: number, column: number): TemplateResult {
    return html`<div
      role="gridcell"
      class="${cellClasses(this.cellMarks, row, column)} ring"
      data-cell=${cellKey(row, column)}
      aria-label=${msg(str`padding at row ${row + 1}, column ${column + 1}: 0`)}
    >
      <span>0</span>
    </div>`;
  }

  private onPointerDown(event: PointerEvent): void {
    const position = cellOf(event);
    // One stroke at a time: not a second finger, nor the palm beside a pen.
    if (!position || !this.isInside(position)) return;
    if (this.pointer !== null || !event.isPrimary || event.button !== 0) return;
    this.painting.end();
    this.pointer = event.pointerId;
    const table = event.currentTarget;
    if (table instanceof Element) table.setPointerCapture(event.pointerId);
    this.painting.begin(position);
    this.cells.focus(position, { preventScroll: true });
    event.preventDefault();
  }

  private onPointerMove(event: PointerEvent): void {
    if (this.pointer === event.pointerId) this.moves.add(event);
  }

  /** Gaps are filled, so a fast stroke leaves no holes. */
  private draw(places: Places): void {
    // A shape follows the last of them; a pencil has been at each.
    const draws = this.settings.tool === 'pencil' || this.settings.tool === 'eraser';
    for (const place of draws ? places : places.slice(-1)) if (place) this.painting.extend(place);
    const last = places.at(-1);
    if (last && this.isInside(last)) tell(this, 'cell-pointed', { ...last, grid: this.name });
  }

  private placeOf(event: PointerEvent): CellPosition | null {
    const place = cellUnder(this.renderRoot, event);
    return place && { row: place.row - this.ring[0], column: place.column - this.ring[1] };
  }

  private onPointerEnd(event: PointerEvent): void {
    if (this.pointer !== event.pointerId) return;
    this.moves.takeAll();
    this.pointer = null;
    this.painting.end();
  }

  /** The browser scrolls with a second finger: what the first one began was no stroke. */
  private onPointerCancel(event: PointerEvent): void {
    if (this.pointer !== event.pointerId) return;
    this.moves.drop();
    this.pointer = null;
    this.painting.cancel();
  }

  private onPointerOver(event: PointerEvent): void {
    const position = cellOf(event);
    const { selection } = this.painting;
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
    if (this.pointer === null) this.painting.end();
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

  private isInside({ row, column }: CellPosition): boolean {
    return row >= 0 && column >= 0 && row < this.grid.rows && column < this.grid.columns;
  }

  private valueAt({ row, column }: CellPosition): number {
    return this.grid.values[row * this.grid.columns + column] ?? 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-paint-grid': PaintGridElement;
  }
}
