/** What a grid's rows are made from: kept, because marks change far more often than values, and of these often a few. */
import type { ReactiveControllerHost } from 'lit';
import { isStrong } from '../../math/ramp.ts';
import type { NumberGrid } from '../../state/document.ts';
import { ThemeWatch } from '../style/theme-watch.ts';
import { cellLooks, widestOf, type CellLooks, type LookRules } from './cell-looks.ts';
import { Resting } from './resting.ts';
import { keptRows } from './row-memo.ts';

interface LooksHost extends ReactiveControllerHost, Element, Omit<LookRules, 'strong'> {
  readonly grid: NumberGrid;
}

/** Properties of the host that texts and fills are made from. */
const SOURCES = ['grid', 'fill', 'scale', 'decimals', 'fixed'];

interface Looks {
  /** Of a row that did not change, the very same list. */
  readonly rows: readonly (readonly number[])[];
  readonly cells: CellLooks;
}

export class GridLooks {
  cells = cellLooks([], { fill: 'plain', scale: null, decimals: 0, fixed: false, strong: false }, null);
  private widestText: number | null = null;
  private looks: Looks = { rows: [], cells: this.cells };
  private strong = false;
  private readonly themes: ThemeWatch;
  private readonly resting: Resting<Looks>;

  constructor(private readonly host: LooksHost) {
    this.themes = new ThemeWatch(host);
    this.resting = new Resting(host);
  }

  /** Characters of the widest text: asked for only where texts are seen. */
  get widest(): number {
    return (this.widestText ??= widestOf(this.host.grid.values, this.cells));
  }

  /** What a row's cells are made from. Those that a picture stands in for follow a stroke when it rests: none of them is seen. */
  rowKey(row: number, isPictured: boolean): readonly unknown[] {
    const { rows, cells } = isPictured ? this.resting.of(this.looks) : this.looks;
    return [rows[row], cells];
  }

  /** Takes up the host's changed properties, or another contrast of the page; whether there was anything to take up. */
  follow(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    const { grid, fill, scale, decimals, fixed } = this.host;
    const strong = fill !== 'plain' && isStrong(this.themes.theme);
    if (strong === this.strong && !SOURCES.some((name) => changed.has(name))) return false;
    this.strong = strong;
    this.cells = cellLooks(grid.values, { fill, scale, decimals, fixed, strong }, this.cells);
    this.looks = { rows: keptRows(grid.values, grid.columns, this.looks.rows), cells: this.cells };
    this.widestText = null;
    return true;
  }
}
