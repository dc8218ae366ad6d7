/** The problem, image ⋆ teacher = target, and its answer so far, start → learned kernel; slot `run` for the controls. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { NumberGrid } from '../../state/document.ts';
import '../grid/number-grid.ts';
import '../grid/paint-grid.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from '../grid/paint-settings.ts';
import { FigureFit } from '../style/figure-fit.ts';
import { figureStyle } from '../style/figure.ts';

/** Four decimals and a sign need a wider cell than an image has. */
const WEIGHT_CELL = { smallest: 44, largest: 76 };
const ONE: NumberGrid = { rows: 1, columns: 1, values: [0] };

@customElement('corr2d-learning-figure')
export class LearningFigureElement extends LitElement {
  static override styles = [
    figureStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-5) calc(2 * var(--space-6));
      }

      ::slotted(*) {
        margin-top: var(--space-5);
      }

      .gradient b {
        color: var(--gradient);
      }
    `,
  ];

  @property({ attribute: false }) image: NumberGrid = ONE;
  /** What a pointer on the image draws with. */
  @property({ attribute: false }) settings: PaintSettings = DEFAULT_SETTINGS;
  @property({ attribute: false }) teacher: NumberGrid = ONE;
  @property({ attribute: false }) start: NumberGrid = ONE;
  @property({ attribute: false }) learned: NumberGrid = ONE;
  @property({ attribute: false }) gradient: NumberGrid | null = null;
  @property({ attribute: false }) target: NumberGrid = ONE;
  @property({ attribute: false }) teacherFaults: ReadonlySet<string> = new Set();
  @property({ attribute: false }) targetFaults: ReadonlySet<string> = new Set();
  @property({ attribute: false }) startFaults: ReadonlySet<string> = new Set();

  private readonly fit = new FigureFit(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`${this.renderProblem()} ${this.renderAnswer()}`;
  }

  private renderProblem(): TemplateResult {
    const { image, teacher, target } = this;
    const { cell, stacked } = this.fit.layout([image.columns, teacher.columns, target.columns], {
      largest: 40,
    });
    return html`<div
      class="equation ${stacked ? 'stacked' : ''}"
      style=${styleMap({ '--cell': `${String(cell)}px` })}
    >
      <div class="panel">
        ${caption(msg('Image'), html`<i>X</i>`)}
        <corr2d-paint-grid
          name="image"
          .label=${msg('Image: paint here')}
          .grid=${image}
          .settings=${this.settings}
        ></corr2d-paint-grid>
      </div>
      ${operator('⋆')}
      <div class="panel">
        ${caption(msg('Teacher'), html`<i>K</i><sup>*</sup>`)}
        <corr2d-number-grid
          editable
          name="teacher"
          tone="kernel"
          .label=${msg('Teacher kernel')}
          .grid=${teacher}
          .faults=${this.teacherFaults}
        ></corr2d-number-grid>
      </div>
      ${operator('=')}
      <div class="panel">
        ${caption(msg('Target'), html`<i>Y</i>`)}
        <corr2d-number-grid
          editable
          name="target"
          tone="target"
          .label=${msg('Target')}
          .grid=${target}
          .faults=${this.targetFaults}
        ></corr2d-number-grid>
      </div>
    </div>`;
  }

  private renderAnswer(): TemplateResult {
    const { start, learned, gradient } = this;
    const { rows, columns } = start;
    const { cell, stacked } = this.fit.layout([columns, columns, columns], WEIGHT_CELL);
    const style = styleMap({ '--cell': `${String(cell)}px` });
    return html`<div>
      <div class="equation ${stacked ? 'stacked' : ''}" style=${style}>
        <div class="panel">
          ${caption(msg('Start'), html`<i>K</i><sub>0</sub>`)}
          <corr2d-number-grid
            editable
            name="start"
            tone="kernel"
            decimals="4"
            .label=${msg('Start kernel')}
            .grid=${start}
            .faults=${this.startFaults}
          ></corr2d-number-grid>
        </div>
        ${operator('→')}
        <div class="panel">
          ${caption(msg('Learned'), html`<i>K</i>`)}
          <corr2d-number-grid
            fixed
            name="learned"
            tone="kernel"
            decimals="4"
            .label=${msg('Learned kernel')}
            .grid=${learned}
          ></corr2d-number-grid>
        </div>
        <div class="panel gradient">
          ${caption(msg('Gradient'), html`∂<i>L</i>/∂<i>K</i>`)}
          <corr2d-number-grid
            fixed
            name="gradient"
            tone="gradient"
            decimals="3"
            .label=${msg('Gradient of the last epoch')}
            .grid=${gradient ?? { rows, columns, values: Array<number>(rows * columns).fill(0) }}
            ?pending=${gradient === null}
          ></corr2d-number-grid>
        </div>
      </div>
      <slot name="run"></slot>
    </div>`;
  }
}

function operator(sign: string): TemplateResult {
  return html`<span class="operator" aria-hidden="true">${sign}</span>`;
}

function caption(name: string, symbol: TemplateResult): TemplateResult {
  return html`<p class="caption"><b>${name} ${symbol}</b></p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-learning-figure': LearningFigureElement;
  }
}
