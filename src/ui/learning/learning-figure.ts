/**
 * The problem, image ⋆ teacher = target, and its answer so far; slot `run` for the controls. Where a filter or a hand made the target,
 * it stands in the teacher's place.
 */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { guideSize, type LearningPart, type NumberGrid } from '../../state/document.ts';
import type { Lesson } from '../../state/learning-lesson.ts';
import type { SessionState } from '../../state/learning-run.ts';
import '../grid/number-grid.ts';
import '../grid/paint-grid.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from '../grid/paint-settings.ts';
import '../picture/picture-thumbnail.ts';
import { cellStyle, FigureFit } from '../style/figure-fit.ts';
import { figureStyle } from '../style/figure.ts';
import { filterName } from '../wording/filter-text.ts';
import { operator } from '../style/operator.ts';
import { caption } from './figure-parts.ts';
import './learning-answer.ts';

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

      /* Wide grids scroll inside it. */
      .equation {
        max-width: 100%;
      }

      corr2d-learning-answer {
        flex: 1 1 24rem;
        min-width: 0;
        max-width: 100%;
      }

      .batch {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1);
        margin: var(--space-2) 0 0;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      .batch corr2d-picture-thumbnail {
        width: 2rem;
        height: 2rem;
      }

      .guide {
        max-width: 9rem;
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border: var(--line) solid var(--rule);
        background: var(--surface);
      }
    `,
  ];

  @property({ attribute: false }) image: NumberGrid = ONE;
  @property({ attribute: false }) learning: LearningPart | null = null;
  @property({ attribute: false }) lesson: Lesson | null = null;
  @property({ attribute: false }) run: SessionState | null = null;
  /** What a pointer on the image draws with. */
  @property({ attribute: false }) settings: PaintSettings = DEFAULT_SETTINGS;
  /** What a pointer on the target draws with; null where its numbers are typed. */
  @property({ attribute: false }) targetDrawn: PaintSettings | null = null;
  @property({ attribute: false }) teacherFaults: ReadonlySet<string> = new Set();
  @property({ attribute: false }) targetFaults: ReadonlySet<string> = new Set();
  @property({ attribute: false }) startFaults: ReadonlySet<string> = new Set();

  private readonly fit = new FigureFit(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { learning, lesson, run } = this;
    if (!learning || !lesson || !run) return html``;
    return html`${this.renderProblem(learning, lesson)}
      <corr2d-learning-answer
        .start=${lesson.start}
        .learned=${run.kernel}
        .gradient=${run.gradient}
        .startBias=${lesson.startBias}
        .bias=${run.bias}
        .biasGradient=${run.biasGradient}
        .startFaults=${this.startFaults}
      >
        <slot name="run" slot="run"></slot>
      </corr2d-learning-answer>`;
  }

  private renderProblem(learning: LearningPart, { examples }: Lesson): TemplateResult {
    const { image } = this;
    const [{ target }] = examples;
    const isFiltered = learning.filter && !learning.painted;
    const layout = this.fit.layout([image.columns, guideSize(learning).columns, target.columns], {
      largest: 40,
    });
    return html`<div class="equation ${layout.stacked ? 'stacked' : ''}" style=${styleMap(cellStyle(layout))}>
      <div class="panel">
        ${caption(msg('Image'), html`<i>X</i>`)}
        <corr2d-paint-grid
          name="image"
          .label=${msg('Image: paint here')}
          .grid=${image}
          .settings=${this.settings}
        ></corr2d-paint-grid>
        ${this.renderBatch(learning.batch)}
      </div>
      ${operator(isFiltered ? '→' : '⋆')}
      <div class="panel">${this.renderGuide(learning)}</div>
      ${operator(isFiltered ? '→' : learning.painted ? '≈' : '=')}
      <div class="panel">${caption(msg('Target'), html`<i>Y</i>`)} ${this.renderTarget(target)}</div>
    </div>`;
  }

  private renderBatch(batch: LearningPart['batch']): TemplateResult | typeof nothing {
    if (batch.length === 0) return nothing;
    return html`<p class="batch">
      ${msg(str`and ${batch.length} more:`)}
      ${batch.map((image) => html`<corr2d-picture-thumbnail .image=${image}></corr2d-picture-thumbnail>`)}
    </p>`;
  }

  private renderGuide({ teacher, filter, painted }: LearningPart): TemplateResult {
    if (painted)
      return html`${caption(msg('Kernel'), html`<i>K</i>`)}
        <p class="guide">${msg('whichever comes nearest to the target')}</p>`;
    if (filter)
      return html`${caption(msg('Filter'), html``)}
        <p class="guide">${filterName(filter)}</p>`;
    return html`${caption(msg('Teacher'), html`<i>K</i><sup>*</sup>`)}
      <corr2d-number-grid
        editable
        name="teacher"
        tone="kernel"
        fill="weights"
        .label=${msg('Teacher kernel')}
        .grid=${teacher}
        .faults=${this.teacherFaults}
      ></corr2d-number-grid>`;
  }

  private renderTarget(target: NumberGrid): TemplateResult {
    if (this.targetDrawn) {
      return html`<corr2d-paint-grid
        name="target"
        .label=${msg('Target: paint here')}
        .grid=${target}
        .settings=${this.targetDrawn}
      ></corr2d-paint-grid>`;
    }
    return html`<corr2d-number-grid
      editable
      name="target"
      tone="target"
      .label=${msg('Target')}
      .grid=${target}
      .faults=${this.targetFaults}
    ></corr2d-number-grid>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-learning-figure': LearningFigureElement;
  }
}
