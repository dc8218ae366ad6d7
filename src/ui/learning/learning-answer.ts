/**
 * The answer so far, start → learned kernel, and the gradient that moves it; slot `run` for the controls. True convolution
 * flips its kernel, and so would learn the same weights flipped: a switch shows them.
 */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatFixed } from '../../math/format.ts';
import { flipGrid, type NumberGrid } from '../../state/document.ts';
import type { GridCell } from '../grid/cell-events.ts';
import '../grid/number-grid.ts';
import { cellStyle, FigureFit, type CellBounds } from '../style/figure-fit.ts';
import { figureStyle } from '../style/figure.ts';
import { operator } from '../style/operator.ts';
import { caption } from './figure-parts.ts';
import { weightName } from './weight-name.ts';

/** Four decimals and a sign need a wider cell than an image has. */
const READ_CELL: CellBounds = { smallest: 44, largest: 76 };
/** Large kernels are seen as colours, side by side; pointing at a cell tells its number. */
const MOST_READ_COLUMNS = 5;
const SEEN_CELL: CellBounds = { smallest: 8, largest: 26 };
const NO_FAULTS: ReadonlySet<string> = new Set();
const ONE: NumberGrid = { rows: 1, columns: 1, values: [0] };

@customElement('corr2d-learning-answer')
export class LearningAnswerElement extends LitElement {
  static override styles = [
    figureStyle,
    css`
      ::slotted(*) {
        margin-top: var(--space-5);
      }

      .gradient b {
        color: var(--gradient);
      }

      .bias,
      .pointed {
        margin: var(--space-1) 0 0;
        color: var(--ink-soft);
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }

      .flip {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        width: fit-content;
        margin-top: var(--space-3);
        color: var(--ink-soft);
        font-size: var(--text-s);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) start: NumberGrid = ONE;
  @property({ attribute: false }) learned: NumberGrid = ONE;
  @property({ attribute: false }) gradient: NumberGrid | null = null;
  /** Null for a learner without one. */
  @property({ attribute: false }) startBias: number | null = null;
  @property({ attribute: false }) bias: number | null = null;
  @property({ attribute: false }) biasGradient: number | null = null;
  @property({ attribute: false }) startFaults: ReadonlySet<string> = new Set();

  @state() private pointed: GridCell | null = null;
  @state() private isFlipped = false;
  private readonly fit = new FigureFit(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { start, gradient, isFlipped } = this;
    const { columns } = start;
    const learnedLabel = isFlipped ? msg('Learned kernel, flipped') : msg('Learned kernel');
    const isRead = isReadable(start);
    const layout = this.fit.layout([columns, columns, columns], isRead ? READ_CELL : SEEN_CELL);
    const style = { ...cellStyle(layout), ...(isRead ? {} : { '--cell-text': 'hidden' }) };
    const slope = gradient ?? { ...start, values: start.values.map(() => 0) };
    const biasSlope = this.startBias === null ? null : (this.biasGradient ?? 0);
    const slopeName = caption(msg('Last gradient'), html`∂<i>L</i>/∂<i>K</i>`);
    return html`<div
        class="equation ${layout.stacked ? 'stacked' : ''}"
        style=${styleMap(style)}
        @cell-pointed=${(event: CustomEvent<GridCell | null>) => {
          this.pointed = event.detail;
        }}
      >
        ${this.renderWeights('start', caption(msg('Start'), html`<i>K</i><sub>0</sub>`), msg('Start kernel'), start, this.startBias)}
        ${operator('→')}
        ${this.renderWeights('learned', caption(msg('Learned'), html`<i>K</i>`), learnedLabel, this.shownKernel, this.bias)}
        ${this.renderWeights('gradient', slopeName, msg('Last gradient'), slope, biasSlope)}
      </div>
      ${isRead ? nothing : html`<p class="pointed">${this.pointedText()}</p>`}
      <label class="flip">
        <input type="checkbox" .checked=${isFlipped} @change=${this.onFlip} />
        ${msg('Flipped: what true convolution would have learned')}
      </label>
      <slot name="run"></slot>`;
  }

  private get shownKernel(): NumberGrid {
    return this.isFlipped ? flipGrid(this.learned) : this.learned;
  }

  private onFlip(event: Event): void {
    this.isFlipped = event.target instanceof HTMLInputElement && event.target.checked;
  }

  /** The weight that is pointed at, in all three grids. */
  private pointedText(): string {
    const { pointed, start, shownKernel: learned, gradient } = this;
    if (!pointed) return msg('Point at a weight to read it.');
    const index = pointed.row * start.columns + pointed.column;
    const at = (grid: NumberGrid): string => formatFixed(grid.values[index] ?? 0, 4);
    const name = weightName(index, start);
    const slope = gradient ? at(gradient) : '–';
    return msg(str`${name}: start ${at(start)}, learned ${at(learned)}, gradient ${slope}`);
  }

  /** Start and learned kernel to four decimals, the gradient to three; the start alone is typed into. */
  private renderWeights(
    name: 'start' | 'learned' | 'gradient',
    head: TemplateResult,
    label: string,
    grid: NumberGrid,
    bias: number | null,
  ): TemplateResult {
    const isGradient = name === 'gradient';
    const decimals = isGradient ? 3 : 4;
    return html`<div class="panel ${name}">
      ${head}
      <corr2d-number-grid
        ?editable=${name === 'start'}
        ?fixed=${name !== 'start'}
        name=${name}
        tone=${isGradient ? 'gradient' : 'kernel'}
        fill=${isReadable(this.start) ? 'plain' : 'weights'}
        decimals=${decimals}
        .label=${label}
        .grid=${grid}
        .faults=${name === 'start' ? this.startFaults : NO_FAULTS}
        ?pending=${isGradient && this.gradient === null}
      ></corr2d-number-grid>
      ${bias === null ? nothing : html`<p class="bias">${msg(str`bias ${formatFixed(bias, decimals)}`)}</p>`}
    </div>`;
  }
}

/** Whether the numbers of a kernel have room in its cells. */
function isReadable({ columns }: NumberGrid): boolean {
  return columns <= MOST_READ_COLUMNS;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-learning-answer': LearningAnswerElement;
  }
}
