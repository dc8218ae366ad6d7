/** Typing into the cells of a grid as into a spreadsheet: drafts, and what is told of them. */
import type { LitElement } from 'lit';
import { CellDrafts } from './cell-drafts.ts';
import { tell, type CellPosition } from './cell-events.ts';
import { cellKey } from './marks.ts';

/** The grid that is typed into. */
interface TypedGrid extends LitElement {
  readonly name: string;
  readonly faults: ReadonlySet<string>;
}

export class CellTyping {
  private readonly drafts: CellDrafts;
  /** The caret was put into the text: arrows and pointers move it there. */
  inText = false;

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

  get hasTyped(): boolean {
    return this.drafts.isChanged;
  }

  /** Whether keys and pointers in the cell that has the focus belong to its text, not to the cell as a whole. */
  get isEditing(): boolean {
    return this.inText || this.hasTyped;
  }

  /** Drops what is neither being typed nor faulty. */
  settle(): void {
    const valueOf = (key: string): string => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return String(this.valueAt({ row, column }));
    };
    const input = this.grid.shadowRoot?.activeElement;
    if (this.drafts.settle(this.grid.faults, valueOf) && input instanceof HTMLInputElement)
      this.selectLater(input);
  }

  /** The exact value replaces the rounded one while the cell has the focus. */
  async start(position: CellPosition, input: HTMLInputElement): Promise<void> {
    this.inText = false;
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
    // An empty cell is 0, as it is in a spreadsheet, and as Delete leaves it.
    this.tellTyped(position, input.value.trim() === '' ? '0' : input.value);
  }

  /** Enter where there is no next cell: typing is over, and the focus stays. */
  commit(position: CellPosition, input: HTMLInputElement): void {
    this.drafts.end();
    this.settle();
    this.tellCommitted(position);
    void this.start(position, input);
  }

  end(): void {
    this.drafts.end();
  }

  /** A number that was dragged, or put there. */
  scrub(position: CellPosition, text: string): void {
    this.drafts.edit(keyOf(position), text);
    this.tellTyped(position, text);
  }

  tellCommitted(position: CellPosition): void {
    tell(this.grid, 'cell-committed', { ...position, grid: this.grid.name });
  }

  /** Escape and undo put back what stood there when typing began, as a spreadsheet does; false when nothing was typed. */
  revert(position: CellPosition, input: HTMLInputElement): boolean {
    const text = this.drafts.revert(keyOf(position));
    if (text === null) return false;
    this.inText = false;
    this.tellTyped(position, text);
    tell(this.grid, 'cell-reverted', { ...position, grid: this.grid.name });
    this.selectLater(input);
    return true;
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
