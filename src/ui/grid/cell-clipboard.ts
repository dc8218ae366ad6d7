/** The clipboard of a sheet: blocks of numbers copied, cut, emptied, and pasted from a cell or over a range. */
import type { LitElement } from 'lit';
import { formatBlock } from '../../state/block-text.ts';
import type { NumberGrid } from '../../state/document.ts';
import { cellAround, cellOf, tell, type CellPosition } from './cell-events.ts';
import { areaOf, partOf, repeated, type CellArea } from './cell-range.ts';
import type { CellTyping } from './cell-typing.ts';

/** The grid that becomes a sheet. */
export interface SheetGrid extends LitElement {
  readonly name: string;
  readonly grid: NumberGrid;
}

/** A cell that is typed into. */
export interface Place {
  readonly position: CellPosition;
  readonly input: HTMLInputElement;
}

/** The cell that is typed into, where an event happened. */
export function placeOf(event: Event): Place | null {
  const position = cellOf(event);
  const [input] = event.composedPath();
  return position && input instanceof HTMLInputElement ? { position, input } : null;
}

/** More than one number: what a spreadsheet copies, or a literal. */
const BLOCK = /[\t\r\n,;[\]]|\S\s+\S/;

export class CellClipboard {
  /** `selected` tells the range, if there is one. */
  constructor(
    private readonly host: SheetGrid,
    private readonly typing: CellTyping,
    private readonly selected: () => CellArea | null,
  ) {}

  /** Text that is being typed is the browser's to copy. */
  readonly copy = (event: ClipboardEvent): void => {
    const place = placeOf(event);
    if (!place || this.typing.isEditing) return;
    const area = this.selected() ?? areaOf(place.position, place.position);
    event.clipboardData?.setData('text/plain', formatBlock(partOf(this.host.grid, area), 'tabs'));
    event.preventDefault();
    if (event.type === 'cut') this.empty(place);
  };

  /** Several numbers are told as a block; one number fills a range, and is typed as ever into a cell. */
  readonly paste = (event: ClipboardEvent): void => {
    const place = placeOf(event);
    if (!place) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isBlock = BLOCK.test(text.trim());
    const area = this.selected();
    if (!area && !isBlock) return;
    event.preventDefault();
    const start = area ? { row: area.top, column: area.left } : place.position;
    this.tellBlock(start, area && !isBlock ? repeated(text.trim(), area) : text, place.input, false);
  };

  /** 0 in the range or, without one, in the cell: no cell is ever without a number. */
  empty({ position, input }: Place): void {
    const area = this.selected();
    if (area) {
      this.tellBlock({ row: area.top, column: area.left }, repeated('0', area), input, true);
      return;
    }
    this.typing.scrub(position, '0');
    this.typing.commit(position, input);
  }

  /** Numbers for several cells, from `start` on; the cell of `input` keeps the focus. */
  private tellBlock(start: CellPosition, text: string, input: HTMLInputElement, clears: boolean): void {
    this.typing.end();
    tell(this.host, 'block-pasted', { ...start, grid: this.host.name, text, clears });
    void this.host.updateComplete.then(() => {
      const active = cellAround(input);
      if (active) void this.typing.start(active, input);
    });
  }
}
