/** Typing into the cells of a grid as into a spreadsheet: drafts, keys, blocks from the clipboard. */
import type { LitElement } from 'lit';
import { CellDrafts } from './cell-drafts.ts';
import { tell, type CellPosition } from './cell-events.ts';
import { cellKey } from './marks.ts';

/** The grid that is typed into. */
interface TypedGrid extends LitElement {
  readonly name: string;
  readonly faults: ReadonlySet<string>;
}

/** More than one number: what a spreadsheet copies, or a literal. */
const BLOCK = /[\t\r\n,;[\]]|\S\s+\S/;

export class CellTyping {
  private readonly drafts: CellDrafts;

  constructor(
    private readonly grid: TypedGrid,
    private readonly valueAt: (position: CellPosition) => number,
  ) {
    this.drafts = new CellDrafts(grid);
  }

  /** What a cell shows instead of its number. */
  textOf(key: string): string | undefined {
    return this.drafts.textOf(key);
  }

  /** What the cells of a row show instead. */
  rowKey(row: number): string {
    return this.drafts.rowKey(row);
  }

  /** Drops what is neither being typed nor faulty. */
  settle(): void {
    this.drafts.settle(this.grid.faults);
  }

  /** The exact value replaces the rounded one while the cell has the focus. */
  async start(position: CellPosition, input: HTMLInputElement): Promise<void> {
    this.drafts.begin(keyOf(position), String(this.valueAt(position)));
    await this.grid.updateComplete;
    input.select();
  }

  /** The focus left a cell. */
  leave(position: CellPosition): void {
    this.drafts.end();
    this.tellCommitted(position);
  }

  /** Half-composed text is nobody's business: an input method's letters are not the digits they will become. */
  edit(event: InputEvent | CompositionEvent, position: CellPosition, input: HTMLInputElement): void {
    this.drafts.edit(keyOf(position), input.value);
    if (event instanceof InputEvent && event.isComposing) return;
    this.tellTyped(position, input.value);
  }

  /** Enter where there is no next cell: typing is over, and the focus stays. */
  commit(position: CellPosition, input: HTMLInputElement): void {
    this.drafts.end();
    this.settle();
    this.tellCommitted(position);
    void this.start(position, input);
  }

  /** What a key does inside the text; true when that was all. */
  press(event: KeyboardEvent, position: CellPosition, input: HTMLInputElement): boolean {
    if (event.ctrlKey) return false;
    switch (event.key) {
      case 'Escape':
        this.revert(position, input);
        return false;
      case 'F2':
        input.setSelectionRange(input.value.length, input.value.length);
        return true;
      case 'Delete':
      case 'Backspace':
        return this.clear(event, position, input);
      default:
        return false;
    }
  }

  /** Several numbers are told as a block, from this cell on; one number is typed as ever. */
  async paste(event: ClipboardEvent, position: CellPosition, input: HTMLInputElement): Promise<void> {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!BLOCK.test(text.trim())) return;
    event.preventDefault();
    this.drafts.end();
    tell(this.grid, 'block-pasted', { ...position, grid: this.grid.name, text });
    await this.grid.updateComplete;
    await this.start(position, input);
  }

  /** A number that was dragged. */
  scrub(position: CellPosition, text: string): void {
    this.drafts.edit(keyOf(position), text);
    this.tellTyped(position, text);
  }

  tellCommitted(position: CellPosition): void {
    tell(this.grid, 'cell-committed', { ...position, grid: this.grid.name });
  }

  /** Deleting a whole number leaves 0: a cell is never empty. */
  private clear(event: KeyboardEvent, position: CellPosition, input: HTMLInputElement): boolean {
    if (input.selectionStart !== 0 || input.selectionEnd !== input.value.length) return false;
    event.preventDefault();
    this.scrub(position, '0');
    this.selectLater(input);
    return true;
  }

  /** Escape puts back what stood there when typing began, as a spreadsheet does. */
  private revert(position: CellPosition, input: HTMLInputElement): void {
    const text = this.drafts.revert(keyOf(position));
    if (text === null) return;
    this.tellTyped(position, text);
    tell(this.grid, 'cell-reverted', { ...position, grid: this.grid.name });
    this.selectLater(input);
  }

  private tellTyped(position: CellPosition, text: string): void {
    tell(this.grid, 'cell-typed', { ...position, grid: this.grid.name, text });
  }

  private selectLater(input: HTMLInputElement): void {
    void this.grid.updateComplete.then(() => {
      input.select();
    });
  }
}

function keyOf({ row, column }: CellPosition): string {
  return cellKey(row, column);
}
