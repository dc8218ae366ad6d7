/** A grid of numbers: an image, a kernel or a response, readable and, where `editable`, typed into like a spreadsheet. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { styleMap, type StyleInfo } from 'lit/directives/style-map.js';
import { formatFixed, formatNumber } from '../../math/format.ts';
import { divergingColor } from '../../math/ramp.ts';
import type { NumberGrid } from '../../state/document.ts';
import { tell, type CellPosition } from './cell-events.ts';
import { GridFocus } from './grid-focus.ts';
import { gridStyle } from './grid-style.ts';
import { cellKey, NO_MARKS, outlineSides, type Marks } from './marks.ts';

export type Tone = 'image' | 'kernel' | 'response' | 'target' | 'gradient';
export type Ring = readonly [top: number, left: number, bottom: number, right: number];
/** `plain` paper, `picture` grey level by value from 0 (ink) to 1 (white), `signed` the diverging ramp. */
export type Fill = 'plain' | 'picture' | 'signed';

const NO_RING: Ring = [0, 0, 0, 0];
const EMPTY_GRID: NumberGrid = { rows: 1, columns: 1, values: [0] };

@customElement('corr2d-number-grid')
export class NumberGridElement extends LitElement {
  static override styles = gridStyle;

  @property({ attribute: false }) grid: NumberGrid = EMPTY_GRID;
  /** Cells of padding around the grid, shown as zeros. */
  @property({ attribute: false }) ring: Ring = NO_RING;
  @property({ attribute: false }) marks: Marks = NO_MARKS;
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
  /** Magnitude at which the signed fill is strongest; 0 = the largest magnitude in the grid. */
  @property({ type: Number }) limit = 0;
  @property({ type: Boolean }) editable = false;
  @property({ type: Boolean }) pending = false;

  @state() private drafts: ReadonlyMap<string, string> = new Map();

  private readonly cells = new GridFocus(this, () => ({ rows: this.allRows, columns: this.allColumns }));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  private get allRows(): number {
    return this.grid.rows + this.ring[0] + this.ring[2];
  }

  private get allColumns(): number {
    return this.grid.columns + this.ring[1] + this.ring[3];
  }

  /** Puts the focus on a cell, for keys that jump there. */
  focusCell(position: CellPosition): void {
    this.cells.focus(this.toAll(position));
  }

  override render(): TemplateResult {
    const texts = this.grid.values.map((value) => this.format(value));
    const characters = Math.max(2.2, ...texts.map((text) => text.length));
    const limit = this.limit || Math.max(...this.grid.values.map(Math.abs));
    const rows = Array.from({ length: this.allRows }, (_, row) => row - this.ring[0]);
    return html`<div class="scroller">
      <div
        class=${classMap({ table: true, [`tone-${this.tone}`]: true, pending: this.pending })}
        style=${styleMap({ '--columns': String(this.allColumns), '--characters': String(characters) })}
        role="grid"
        aria-label=${this.label}
        aria-readonly=${this.editable ? 'false' : 'true'}
        @pointerover=${this.onPointerOver}
        @pointerleave=${this.onPointerLeave}
        @focusin=${this.onFocusIn}
        @focusout=${this.onFocusOut}
        @keydown=${this.onKeyDown}
      >
        ${rows.map((row) => html`<div role="row">${this.renderRow(row, texts, limit)}</div>`)}
      </div>
    </div>`;
  }

  private renderRow(row: number, texts: readonly string[], limit: number): TemplateResult[] {
    return Array.from({ length: this.allColumns }, (_, index) => {
      const column = index - this.ring[1];
      return this.isInside(row, column)
        ? this.renderCell(row, column, texts[row * this.grid.columns + column] ?? '', limit)
        : this.renderRingCell(row, column);
    });
  }

  private renderCell(row: number, column: number, text: string, limit: number): TemplateResult {
    const key = cellKey(row, column);
    const classes = {
      ...this.markClasses(row, column),
      filled: this.fill !== 'plain',
      faulty: this.faults.has(key),
    };
    const paint = this.paintOf(this.grid.values[row * this.grid.columns + column] ?? 0, limit);
    const label = msg(str`row ${row + 1}, column ${column + 1}`);
    if (this.editable) {
      return html`<div role="gridcell" class=${classMap(classes)} style=${styleMap(paint)} data-cell=${key}>
        ${this.renderInput(row, column, text, label)}
      </div>`;
    }
    return html`<div
      role="gridcell"
      class=${classMap(classes)}
      style=${styleMap(paint)}
      data-cell=${key}
      data-focus=${this.focusKey(row, column)}
      tabindex=${this.tabIndexOf(row, column)}
      aria-label=${`${label}: ${text}`}
    >
      <span>${text}</span>
    </div>`;
  }

  private renderInput(row: number, column: number, text: string, label: string): TemplateResult {
    const key = cellKey(row, column);
    return html`<input
      inputmode="decimal"
      autocomplete="off"
      enterkeyhint="done"
      aria-label=${label}
      aria-invalid=${this.faults.has(key) ? 'true' : 'false'}
      data-focus=${this.focusKey(row, column)}
      tabindex=${this.tabIndexOf(row, column)}
      .value=${live(this.drafts.get(key) ?? text)}
      @input=${this.onInput}
    />`;
  }

  private renderRingCell(row: number, column: number): TemplateResult {
    const key = cellKey(row, column);
    const classes = { ...this.markClasses(row, column), ring: true };
    return html`<div
      role="gridcell"
      class=${classMap(classes)}
      data-cell=${key}
      data-focus=${this.focusKey(row, column)}
      tabindex=${this.tabIndexOf(row, column)}
      aria-label=${msg(str`padding at row ${row + 1}, column ${column + 1}: 0`)}
    >
      <span>0</span>
    </div>`;
  }

  private markClasses(row: number, column: number): Record<string, boolean> {
    const mark = this.marks.get(cellKey(row, column)) ?? 'unmarked';
    const sides = outlineSides(this.marks, row, column).map((side) => [side, true] as const);
    return { cell: true, [mark]: true, ...Object.fromEntries(sides) };
  }

  private paintOf(value: number, limit: number): StyleInfo {
    if (this.fill === 'plain') return {};
    if (this.fill === 'picture') return pictureColor(value);
    const light = divergingColor(value, limit, 'light');
    const dark = divergingColor(value, limit, 'dark');
    return {
      background: `light-dark(${light.background}, ${dark.background})`,
      color: `light-dark(${light.ink}, ${dark.ink})`,
    };
  }

  private onPointerOver(event: Event): void {
    const position = this.positionOf(event);
    if (position) tell(this, 'cell-pointed', { ...position, grid: this.name });
  }

  private onPointerLeave(event: PointerEvent): void {
    if (event.pointerType === 'mouse') tell(this, 'cell-pointed', null);
  }

  private onFocusIn(event: FocusEvent): void {
    const position = this.positionOf(event);
    if (!position) return;
    this.cells.settle(this.toAll(position));
    tell(this, 'cell-pointed', { ...position, grid: this.name });
    const input = event.composedPath()[0];
    if (input instanceof HTMLInputElement) void this.startDraft(position, input);
  }

  /** The exact value replaces the rounded one while the cell has the focus. */
  private async startDraft({ row, column }: CellPosition, input: HTMLInputElement): Promise<void> {
    const key = cellKey(row, column);
    if (!this.drafts.has(key)) {
      this.setDraft(key, String(this.grid.values[row * this.grid.columns + column] ?? 0));
      await this.updateComplete;
    }
    input.select();
  }

  private onFocusOut(event: FocusEvent): void {
    const position = this.positionOf(event);
    if (!position || !this.editable) return;
    const key = cellKey(position.row, position.column);
    if (!this.faults.has(key)) this.setDraft(key, null);
    tell(this, 'cell-committed', { ...position, grid: this.name });
    tell(this, 'cell-pointed', null);
  }

  private onInput(event: InputEvent): void {
    const position = this.positionOf(event);
    const input = event.composedPath()[0];
    if (!position || !(input instanceof HTMLInputElement)) return;
    this.setDraft(cellKey(position.row, position.column), input.value);
    tell(this, 'cell-typed', { ...position, grid: this.name, text: input.value });
  }

  private onKeyDown(event: KeyboardEvent): void {
    const position = this.positionOf(event);
    const input = event.composedPath()[0];
    if (!position || event.isComposing || event.altKey || event.metaKey) return;
    if (input instanceof HTMLInputElement) {
      if (event.key === 'Escape') this.revert(position, input);
      if (!leavesText(event, input)) return;
    }
    const key = event.key === 'Enter' ? (event.shiftKey ? 'ArrowUp' : 'ArrowDown') : event.key;
    const target = this.cells.target(key, this.toAll(position), event.ctrlKey);
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    this.cells.focus(target);
  }

  private revert(position: CellPosition, input: HTMLInputElement): void {
    const value = this.grid.values[position.row * this.grid.columns + position.column] ?? 0;
    this.setDraft(cellKey(position.row, position.column), String(value));
    tell(this, 'cell-reverted', { ...position, grid: this.name });
    void this.updateComplete.then(() => {
      input.select();
    });
  }

  private format(value: number): string {
    return this.fixed ? formatFixed(value, this.decimals) : formatNumber(value, this.decimals);
  }

  private setDraft(key: string, text: string | null): void {
    const drafts = new Map(this.drafts);
    if (text === null) drafts.delete(key);
    else drafts.set(key, text);
    this.drafts = drafts;
  }

  private positionOf(event: Event): CellPosition | null {
    const cell = event
      .composedPath()
      .find((node): node is HTMLElement => node instanceof HTMLElement && 'cell' in node.dataset);
    const [row, column] = (cell?.dataset.cell ?? '').split(',').map(Number);
    return row === undefined || column === undefined ? null : { row, column };
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

/** Whether a key moves on to another cell instead of moving the caret inside the text. */
function leavesText(event: KeyboardEvent, input: HTMLInputElement): boolean {
  const { selectionStart, selectionEnd, value } = input;
  const all = selectionStart === 0 && selectionEnd === value.length;
  if (event.key === 'ArrowLeft') return all || (selectionEnd === 0 && !event.shiftKey);
  if (event.key === 'ArrowRight') return all || (selectionStart === value.length && !event.shiftKey);
  return ['ArrowUp', 'ArrowDown', 'Enter'].includes(event.key);
}

/** A grey level that looks the same in both themes: 0 is ink, 1 is white. */
export function pictureColor(value: number): StyleInfo {
  const level = Math.round(28 + 227 * Math.max(0, Math.min(1, value)));
  const grey = String(level);
  return { background: `rgb(${grey} ${grey} ${grey})`, color: level > 130 ? '#1c1e22' : '#fcfcfa' };
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-number-grid': NumberGridElement;
  }
}
