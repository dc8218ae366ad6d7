/**
 * What makes a grid that is typed into a spreadsheet: numbers dragged by a pointer, ranges of cells, copied, cut, cleared and
 * pasted over, Tab while one types. It is fetched when the figure stands; typing itself needs none of it.
 */
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { asHistoryKey } from '../shell/history-key.ts';
import { CellClipboard, placeOf, type Place, type SheetGrid } from './cell-clipboard.ts';
import { cellAround, cellOf, type CellPosition } from './cell-events.ts';
import { areaOf, isInArea, type CellArea } from './cell-range.ts';
import { CellScrub } from './cell-scrub.ts';
import { cellSheetStyle } from './cell-sheet-style.ts';
import type { CellTyping } from './cell-typing.ts';
import type { GridFocus } from './grid-focus.ts';

interface Selected {
  /** The cell that has the focus. */
  readonly from: CellPosition;
  readonly to: CellPosition;
}

export class CellSheet {
  private selected: Selected | null = null;
  private readonly scrub: CellScrub;
  private readonly clipboard: CellClipboard;

  constructor(
    private readonly host: SheetGrid,
    private readonly typing: CellTyping,
    private readonly cells: GridFocus,
    private readonly focusAt: (position: CellPosition) => void,
  ) {
    this.scrub = new CellScrub({
      valueAt: ({ row, column }) => host.grid.values[row * host.grid.columns + column] ?? 0,
      onScrub: (position, text) => {
        typing.scrub(position, text);
      },
      onScrubbed: (position) => {
        this.onScrubbed(position);
      },
    });
    this.clipboard = new CellClipboard(host, typing, () => this.area);
    this.listen();
  }

  /** More than one cell; null while there is only the one that has the focus. */
  get area(): CellArea | null {
    return this.selected && areaOf(this.selected.from, this.selected.to);
  }

  isSelected(position: CellPosition): boolean {
    return this.area !== null && isInArea(this.area, position);
  }

  /** What is selected of a row. */
  rowKey(row: number): string {
    const { area } = this;
    return area && row >= area.top && row <= area.bottom ? `${String(area.left)}-${String(area.right)}` : '';
  }

  /** For screen readers: the focus stays where a range began. */
  renderStatus(): TemplateResult {
    const { area } = this;
    const rows = area ? area.bottom - area.top + 1 : 0;
    const columns = area ? area.right - area.left + 1 : 0;
    return html`<span class="visually-hidden" role="status"
      >${area ? msg(str`${rows} × ${columns} cells selected`) : ''}</span
    >`;
  }

  private listen(): void {
    const root = this.host.shadowRoot;
    const table = root?.querySelector<HTMLElement>('.table');
    const sheet = cellSheetStyle.styleSheet;
    if (!root || !table) return;
    if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    table.addEventListener('pointerdown', this.onPointerDown);
    table.addEventListener('pointermove', this.scrub.move);
    table.addEventListener('pointerup', this.scrub.end);
    table.addEventListener('pointercancel', this.scrub.end);
    table.addEventListener('mousedown', this.onMouseDown);
    table.addEventListener('click', this.onClick);
    table.addEventListener('dblclick', this.onDoubleClick);
    table.addEventListener('focusin', this.onFocusIn);
    table.addEventListener('focusout', this.deselect);
    table.addEventListener('input', this.deselect);
    table.addEventListener('copy', this.clipboard.copy);
    table.addEventListener('cut', this.clipboard.copy);
    for (const name of ['dragstart', 'dragover', 'drop'] as const) table.addEventListener(name, keepText);
    table.addEventListener('beforeinput', keepHistory);
    // Before the grid, which reads keys as movement.
    table.addEventListener('keydown', this.onKeyDown, { capture: true });
    table.addEventListener('paste', this.clipboard.paste);
  }

  /** Whether a pointer in this cell belongs to its text. */
  private isTypedInto(input: HTMLInputElement): boolean {
    return this.active === input && this.typing.isEditing;
  }

  private get active(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  private select(from: CellPosition, to: CellPosition): void {
    const isOne = from.row === to.row && from.column === to.column;
    this.selected = isOne ? null : { from, to };
    this.host.requestUpdate();
  }

  private readonly deselect = (): void => {
    if (!this.selected) return;
    this.selected = null;
    this.host.requestUpdate();
  };

  private readonly onFocusIn = (event: Event): void => {
    const position = cellOf(event);
    const from = this.selected?.from;
    if (position?.row !== from?.row || position?.column !== from?.column) this.deselect();
  };

  private readonly onPointerDown = (event: PointerEvent): void => {
    const place = placeOf(event);
    if (place && !this.isTypedInto(place.input)) this.scrub.begin(event, place.position);
  };

  /** The focus comes with the click: text that is selected before a drag would be dragged itself. */
  private readonly onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event);
    if (place && event.button === 0 && !this.isTypedInto(place.input)) event.preventDefault();
  };

  private readonly onClick = (event: MouseEvent): void => {
    const place = placeOf(event);
    if (!place || this.isTypedInto(place.input)) return;
    const { active } = this;
    const from = active && cellAround(active);
    if (event.shiftKey && from) {
      this.select(from, place.position);
      return;
    }
    this.deselect();
    if (active === place.input) place.input.select();
    else place.input.focus();
  };

  private readonly onDoubleClick = (event: Event): void => {
    const place = placeOf(event);
    if (place && !this.isTypedInto(place.input)) this.enterText(place.input);
  };

  private onScrubbed(position: CellPosition): void {
    const { active } = this;
    const place = active && cellAround(active);
    const isActive = place?.row === position.row && place.column === position.column;
    if (isActive && active instanceof HTMLInputElement) this.typing.commit(position, active);
    else this.typing.tellCommitted(position);
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const place = placeOf(event);
    if (!place || event.isComposing || event.altKey || !this.press(event, place)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** True when the key meant the sheet. */
  private press(event: KeyboardEvent, place: Place): boolean {
    const { position, input } = place;
    if (asHistoryKey(event) === 'undo') return this.typing.revert(position, input);
    if (event.key === 'Tab') return this.tab(event, position);
    if (this.typing.isEditing) return false;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return this.stretch(event, position);
      const { rows, columns } = this.host.grid;
      this.select({ row: 0, column: 0 }, { row: rows - 1, column: columns - 1 });
      return true;
    }
    return this.stretch(event, position) || this.pressOnCells(event, place);
  }

  /** Shift with a key of movement takes the range on, from where it has reached. */
  private stretch(event: KeyboardEvent, position: CellPosition): boolean {
    if (!event.shiftKey || event.key === 'Enter') return false;
    const { rows, columns } = this.host.grid;
    const from = this.selected?.to ?? position;
    const target = this.cells.target(event.key, from, event.ctrlKey || event.metaKey);
    if (!target) return false;
    this.select(this.selected?.from ?? position, {
      row: Math.min(target.row, rows - 1),
      column: Math.min(target.column, columns - 1),
    });
    return true;
  }

  /** Keys that mean whole cells: the one that has the focus, or the range. */
  private pressOnCells({ key }: KeyboardEvent, place: Place): boolean {
    switch (key) {
      case 'F2':
        this.enterText(place.input);
        return true;
      case 'Delete':
      case 'Backspace':
        this.clipboard.empty(place);
        return true;
      case 'Escape':
        if (!this.selected) return false;
        this.deselect();
        return true;
      default:
        if (this.cells.target(key, place.position, false)) this.deselect();
        return false;
    }
  }

  /** The caret goes to the end of the text: arrows and pointers move it there. */
  private enterText(input: HTMLInputElement): void {
    this.deselect();
    this.typing.inText = true;
    input.setSelectionRange(input.value.length, input.value.length);
  }

  /** While one types it goes to the next cell; else, and at the end, it leaves the grid, which is one tab stop. */
  private tab({ shiftKey, ctrlKey, metaKey }: KeyboardEvent, { row, column }: CellPosition): boolean {
    if (ctrlKey || metaKey || !this.typing.hasTyped) return false;
    const { rows, columns } = this.host.grid;
    const next = row * columns + column + (shiftKey ? -1 : 1);
    if (next < 0 || next >= rows * columns) return false;
    this.focusAt({ row: Math.floor(next / columns), column: next % columns });
    return true;
  }
}

/** No text is dragged out of a cell or into one; files are the page's. */
function keepText(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) return;
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  event.preventDefault();
}

/** The history is the document's: a field's own would put texts back that belong to other cells by now. */
function keepHistory(event: InputEvent): void {
  if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') event.preventDefault();
}
