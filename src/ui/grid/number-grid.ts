/** A grid of numbers: an image, a kernel or a response, readable and, where `editable`, typed into like a spreadsheet. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { ValueScale } from '../../math/value-scale.ts';
import type { NumberGrid } from '../../state/document.ts';
import { cellOf, leavesRoot, tell, type CellPosition } from './cell-events.ts';
import type { Fill } from './cell-paint.ts';
import type { CellSheet } from './cell-sheet.ts';
import { CellTyping } from './cell-typing.ts';
import { DensePicture } from './dense-picture.ts';
import { GridFocus } from './grid-focus.ts';
import { GridLooks } from './grid-looks.ts';
import { gridStyle } from './grid-style.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { leavesText } from './leaves-text.ts';
import { cellClasses, cellKey, NO_MARKS, sameMarks, type Marks } from './marks.ts';
import { NO_RING, type Ring } from './ring.ts';
import { renderOverlay } from './mark-overlay.ts';
import { markKeys } from './row-memo.ts';
import { tableClasses } from './table-classes.ts';

export type Tone = 'image' | 'kernel' | 'response' | 'target' | 'gradient';
const SHEET_WAIT_MS = 800;
const EMPTY_GRID: NumberGrid = { rows: 1, columns: 1, values: [0] };

@customElement('corr2d-number-grid')
export class NumberGridElement extends LitElement {
  static override styles = gridStyle;

  @property({ attribute: false }) grid: NumberGrid = EMPTY_GRID;
  /** Cells of padding around the grid, shown as zeros. */
  @property({ attribute: false }) ring: Ring = NO_RING;
  @property({ attribute: false, hasChanged: (next: Marks, last?: Marks) => !sameMarks(next, last) })
  marks: Marks = NO_MARKS;
  /** Keys of cells whose typed text could not be used. */
  @property({ attribute: false }) faults: ReadonlySet<string> = new Set();
  /** Which grid of the scene this is; its events carry it. */
  @property() name = '';
  @property() label = '';
  @property() tone: Tone = 'image';
  @property() fill: Fill = 'plain';
  /** Decimals shown at most; all of them where `fixed`. */
  @property({ type: Number }) decimals = 2;
  @property({ type: Boolean }) fixed = false;
  /** Of the scaled fill; null = signed and symmetric, as far as the values go. */
  @property({ attribute: false }) scale: ValueScale | null = null;
  @property({ type: Boolean }) editable = false;
  /** Whether the numbers are still to come: the cells keep their place, empty. */
  @property({ type: Boolean }) pending = false;

  private readonly looks = new GridLooks(this);
  private readonly picture = new DensePicture(this);
  private readonly typing = new CellTyping(this, (position) => this.valueAt(position));
  private readonly cells = new GridFocus(this, () => ({ rows: this.allRows, columns: this.allColumns }));

  private sheet: CellSheet | null = null;
  private readonly sheets = new OnDemand(this, async () => {
    const { CellSheet } = await import('./cell-sheet.ts');
    this.sheet = new CellSheet(this, this.typing, this.cells, (position) => {
      this.cells.focus(this.toAll(position));
    });
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  private get allRows(): number {
    return this.grid.rows + this.ring[0] + this.ring[2];
  }

  /** Marks that the cells carry themselves. */
  private get cellMarks(): Marks {
    return this.picture.isShown ? NO_MARKS : this.marks;
  }

  private get allColumns(): number {
    return this.grid.columns + this.ring[1] + this.ring[3];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.typing.settle();
    if (this.looks.follow(changed)) this.picture.want();
  }

  override render(): TemplateResult {
    const marked = markKeys(this.cellMarks);
    const rows = Array.from({ length: this.allRows }, (_, row) => row - this.ring[0]);
    return html`<div class="scroller">
      <div
        class=${tableClasses(this.allColumns, this, this.picture.isShown)}
        style=${styleMap({
          '--columns': String(this.allColumns),
          '--characters': this.picture.isShown ? null : String(this.looks.widest),
        })}
        role="grid"
        aria-label=${this.label}
        aria-multiselectable=${ifDefined(this.sheet ? 'true' : undefined)}
        aria-readonly=${this.editable ? 'false' : 'true'}
        aria-busy=${this.pending ? 'true' : 'false'}
        @pointerover=${this.onPointerOver}
        @pointerleave=${this.onPointerLeave}
        @focusin=${this.onFocusIn}
        @focusout=${this.onFocusOut}
        @keydown=${this.onKeyDown}
        @input=${this.onInput}
        @compositionend=${this.onInput}
      >
        ${this.picture.render(this.looks.cells.scale)}
        <div class="rows" role="presentation">
          ${rows.map((row) => html`<div role="row">${guard(this.rowKeys(row, marked), () => this.renderRow(row))}</div>`)}
        </div>
        ${renderOverlay(this.marks, this.ring, this.picture.isShown)}
      </div>
      ${this.sheet?.renderStatus()}
    </div>`;
  }

  /** The sheet's script comes when the first numbers are there, or as soon as somebody points at the grid. */
  override firstUpdated(): void {
    setTimeout(() => {
      this.wantSheet();
    }, SHEET_WAIT_MS);
  }

  private wantSheet(): void {
    if (this.editable) this.sheets.want();
  }

  /** What a row is made from: of the largest grids only the rows that changed are rendered anew. */
  private rowKeys(row: number, marked: ReadonlyMap<number, string>): unknown[] {
    const { columns } = this.grid;
    const faults = [...this.faults].filter((key) => key.startsWith(`${String(row)},`)).join(' ');
    return [
      ...this.looks.rowKey(row, this.picture.isShown),
      this.typing.rowKey(row),
      this.sheet?.rowKey(row),
      this.cells.columnIn(row + this.ring[0]),
      marked.get(row),
      faults,
      [columns, ...this.ring, this.editable, this.pending, this.label, this.picture.isShown].join(),
    ];
  }

  private renderRow(row: number): TemplateResult[] {
    return Array.from({ length: this.allColumns }, (_, index) => {
      const column = index - this.ring[1];
      return this.isInside(row, column) ? this.renderCell(row, column) : this.renderRingCell(row, column);
    });
  }

  private renderCell(row: number, column: number): TemplateResult {
    const key = cellKey(row, column);
    const value = this.valueAt({ row, column });
    const text = this.pending ? '' : this.looks.cells.textOf(value);
    const paint = this.looks.cells.paintOf(value) ?? undefined;
    const faulty = this.faults.has(key) ? 'faulty' : '';
    const found = this.tone === 'response' && value !== 0 ? 'found' : '';
    const filled = paint === undefined ? '' : 'filled';
    const classes = `${cellClasses(this.cellMarks, row, column)} ${filled} ${found} ${faulty}`;
    const label = msg(str`row ${row + 1}, column ${column + 1}`);
    if (this.editable) {
      const selected = this.sheet?.isSelected({ row, column }) ?? false;
      return html`<div
        role="gridcell"
        class=${selected ? `${classes} selected` : classes}
        aria-selected=${ifDefined(selected ? 'true' : undefined)}
        style=${ifDefined(this.picture.isShown ? undefined : paint)}
        data-cell=${key}
      >
        ${this.renderInput(row, column, text, label)}
      </div>`;
    }
    return html`<div
      role="gridcell"
      class=${classes}
      style=${ifDefined(this.picture.isShown ? undefined : paint)}
      data-cell=${key}
      data-focus=${this.focusKey(row, column)}
      tabindex=${this.tabIndexOf(row, column)}
      aria-label=${`${label}: ${text}`}
    >
      <span>${text}</span>
    </div>`;
  }

  // The keys of `inputmode="decimal"` have no minus on an iPhone.
  private renderInput(row: number, column: number, text: string, label: string): TemplateResult {
    const key = cellKey(row, column);
    return html`<input
      inputmode="text"
      autocomplete="off"
      enterkeyhint="done"
      aria-label=${label}
      aria-invalid=${this.faults.has(key) ? 'true' : 'false'}
      data-number
      data-focus=${this.focusKey(row, column)}
      tabindex=${this.tabIndexOf(row, column)}
      .value=${live(this.typing.textOf(key) ?? text)}
    />`;
  }

  private renderRingCell(row: number, column: number): TemplateResult {
    const key = cellKey(row, column);
    return html`<div
      role="gridcell"
      class="${cellClasses(this.cellMarks, row, column)} ring"
      data-cell=${key}
      data-focus=${this.focusKey(row, column)}
      tabindex=${this.tabIndexOf(row, column)}
      aria-label=${msg(str`padding at row ${row + 1}, column ${column + 1}: 0`)}
    >
      <span>0</span>
    </div>`;
  }

  private onPointerOver(event: Event): void {
    this.wantSheet();
    const position = cellOf(event);
    if (position) tell(this, 'cell-pointed', { ...position, grid: this.name });
  }

  private onPointerLeave(event: PointerEvent): void {
    if (event.pointerType === 'mouse') tell(this, 'cell-pointed', null);
  }

  private onFocusIn(event: FocusEvent): void {
    this.wantSheet();
    const position = cellOf(event);
    if (!position) return;
    this.cells.settle(this.toAll(position));
    tell(this, 'cell-pointed', { ...position, grid: this.name });
    const input = event.composedPath()[0];
    if (input instanceof HTMLInputElement) void this.typing.start(position, input);
  }

  private onFocusOut(event: FocusEvent): void {
    const position = cellOf(event);
    if (position && event.composedPath()[0] instanceof HTMLInputElement) this.typing.leave(position);
    if (leavesRoot(event, this.renderRoot)) tell(this, 'cell-pointed', null);
  }

  private onInput(event: InputEvent | CompositionEvent): void {
    const position = cellOf(event);
    const input = event.composedPath()[0];
    if (position && input instanceof HTMLInputElement) this.typing.edit(event, position, input);
  }

  private onKeyDown(event: KeyboardEvent): void {
    const position = cellOf(event);
    const input = event.composedPath()[0];
    if (!position || event.isComposing || event.altKey || event.metaKey) return;
    if (input instanceof HTMLInputElement) {
      if (event.key === 'Escape') this.typing.revert(position, input);
      if (!leavesText(event, input)) return;
    }
    const from = this.toAll(position);
    const key = event.key === 'Enter' ? (event.shiftKey ? 'ArrowUp' : 'ArrowDown') : event.key;
    const target = this.cells.target(key, from, event.ctrlKey);
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    const stays = target.row === from.row && target.column === from.column;
    if (stays && event.key === 'Enter' && input instanceof HTMLInputElement)
      this.typing.commit(position, input);
    else this.cells.focus(target);
  }

  private valueAt({ row, column }: CellPosition): number {
    return this.grid.values[row * this.grid.columns + column] ?? 0;
  }

  private isInside(row: number, column: number): boolean {
    return row >= 0 && column >= 0 && row < this.grid.rows && column < this.grid.columns;
  }

  private toAll({ row, column }: CellPosition): CellPosition {
    return { row: row + this.ring[0], column: column + this.ring[1] };
  }

  private focusKey(row: number, column: number): string {
    return cellKey(row + this.ring[0], column + this.ring[1]);
  }

  private tabIndexOf(row: number, column: number): 0 | -1 {
    return this.cells.tabIndexOf(row + this.ring[0], column + this.ring[1]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-number-grid': NumberGridElement;
  }
}
