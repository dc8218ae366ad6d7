/** Scene 1: the window slides over the image, and every element of the response shows its sum. */
import { msg, str } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { planCorrelation, type Plan } from '../../math/geometry.ts';
import { fedBy, windowOf } from '../../math/window.ts';
import { resetCorrelation, setFlip, setImageCell, setKernelCell } from '../../state/actions/correlation.ts';
import { flipGrid, type CorrelationPart } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import { createResponse, type Response, type ResponseState } from '../../state/response.ts';
import '../correlation/arithmetic.ts';
import type { Term } from '../correlation/arithmetic.ts';
import '../correlation/correlation-figure.ts';
import '../correlation/correlation-formula.ts';
import '../correlation/geometry-editor.ts';
import type { GeometryEntered } from '../correlation/geometry-editor.ts';
import { linkedMarks } from '../correlation/linked-marks.ts';
import '../correlation/window-player.ts';
import type { CellText, GridCell } from '../grid/cell-events.ts';
import { cellKey } from '../grid/marks.ts';
import type { Session } from '../shell/session.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { problemText } from '../wording/problem-text.ts';
import { SceneElement } from './scene-element.ts';
import { editGeometry } from './geometry-edit.ts';

@customElement('corr2d-correlation-scene')
export class CorrelationSceneElement extends SceneElement {
  static override styles = [
    controlStyle,
    sceneStyle,
    css`
      .sum {
        display: grid;
        gap: var(--space-3);
        margin-top: var(--space-5);
      }

      .feeds {
        margin: 0;
        min-height: 1.55em;
        color: var(--ink-soft);
      }

      corr2d-window-player {
        max-width: 44rem;
      }

      .switch {
        display: flex;
        align-items: flex-start;
        gap: var(--space-2);
        margin: var(--space-5) 0 0;
        max-width: 46em;
      }

      .switch input {
        flex: none;
        margin-top: 0.2em;
      }

      .switch small {
        display: block;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      .card {
        margin: var(--space-5) 0 var(--space-4);
      }
    `,
  ];

  @state() private position = 0;
  @state() private playing = false;
  @state() private pointed: GridCell | null = null;

  private response!: Response;
  private shown!: StoreController<ResponseState>;

  protected override open({ host }: Session): void {
    this.response = createResponse(host);
    this.shown = new StoreController(this, this.response.$response);
  }

  private get correlation(): CorrelationPart {
    return this.document.value.correlation;
  }

  private get weights(): readonly number[] {
    const { kernel, flip } = this.correlation;
    return (flip ? flipGrid(kernel) : kernel).values;
  }

  override willUpdate(): void {
    const { image, kernel, flip, stride, padding, dilation } = this.correlation;
    this.response.request(image, flip ? flipGrid(kernel) : kernel, { stride, padding, dilation });
    const [rows, columns] = planOf(this.correlation).output;
    this.position = Math.min(this.position, rows * columns - 1);
  }

  override render(): TemplateResult {
    const plan = planOf(this.correlation);
    const { status, grid, problem } = this.shown.value;
    return html`
      <h1>${msg('What does a convolution layer compute?')}</h1>
      <p class="lead">
        ${msg(
          'Lay the kernel on the image, multiply each pair of numbers and add the products: that sum is one element of the response. Then the window slides on. Point at any cell, or type into the image and the kernel.',
        )}
      </p>
      <corr2d-correlation-figure
        .correlation=${this.correlation}
        .plan=${plan}
        .response=${grid}
        .marks=${linkedMarks(plan, this.position, this.pointed, this.playing)}
        .imageFaults=${this.faults.cells('image')}
        .kernelFaults=${this.faults.cells('kernel')}
        @cell-pointed=${this.onPointed}
        @cell-typed=${this.onTyped}
        @cell-committed=${this.onCommitted}
        @cell-reverted=${this.onReverted}
      ></corr2d-correlation-figure>
      ${this.faults.cellTexts(['image', 'kernel']).map((text) => html`<p class="fault" role="alert">${text}</p>`)}
      ${status === 'failed' && problem ? html`<p class="fault" role="alert">${problemText(problem)}</p>` : nothing}
      <div class="sum" aria-live=${this.playing ? 'off' : 'polite'}>
        ${this.renderSum(plan)} ${this.renderPlayer(plan)}
      </div>
      ${this.renderFlip()}
      <div class="card">
        <corr2d-geometry-editor
          .correlation=${this.correlation}
          .output=${plan.output}
          .faults=${this.faults.texts('geometry')}
          @geometry-entered=${this.onGeometryEntered}
        ></corr2d-geometry-editor>
      </div>
      <button type="button" @click=${this.onReset}>${msg('Back to the example')}</button>
    `;
  }

  private renderSum(plan: Plan): TemplateResult {
    const columns = plan.output[1];
    const row = Math.floor(this.position / columns);
    const column = this.position % columns;
    const terms = termsOf(this.correlation, this.weights, plan, row, column);
    const result = terms.reduce((total, term) => total + term.image * term.weight, 0);
    return html`
      <corr2d-correlation-formula .correlation=${this.correlation}></corr2d-correlation-formula>
      <corr2d-arithmetic .row=${row} .column=${column} .terms=${terms} .result=${result}></corr2d-arithmetic>
      <p class="feeds">${this.feedText(plan)}</p>
    `;
  }

  private renderPlayer({ output: [rows, columns] }: Plan): TemplateResult {
    return html`<corr2d-window-player
      .position=${this.position}
      .count=${rows * columns}
      .playing=${this.playing}
      @window-moved=${(event: CustomEvent<number>) => {
        this.position = event.detail;
      }}
      @playing-changed=${(event: CustomEvent<boolean>) => {
        this.playing = event.detail;
      }}
    ></corr2d-window-player>`;
  }

  private renderFlip(): TemplateResult {
    return html`<label class="switch">
      <input type="checkbox" .checked=${this.correlation.flip} @change=${this.onFlip} />
      <span>
        ${msg('True convolution: turn the kernel by half a turn first')}
        <small
          >${msg(
            'A convolution layer leaves this off: it computes a cross-correlation, whatever its name says.',
          )}</small
        >
      </span>
    </label>`;
  }

  private feedText(plan: Plan): string {
    const { pointed } = this;
    if (pointed?.grid !== 'image') return '';
    const [rows, columns] = plan.output;
    const fed = fedBy(plan, pointed.row, pointed.column).length;
    const cell = `X[${String(pointed.row)}, ${String(pointed.column)}]`;
    return msg(str`${cell} takes part in ${fed} of ${rows * columns} response elements.`);
  }

  private onPointed({ detail }: CustomEvent<GridCell | null>): void {
    this.pointed = detail;
    if (detail?.grid !== 'response') return;
    this.playing = false;
    this.position = detail.row * planOf(this.correlation).output[1] + detail.column;
  }

  private onTyped({ detail: { grid, row, column, text } }: CustomEvent<CellText>): void {
    const { store } = this.session;
    const name = grid === 'image' ? 'image' : 'kernel';
    const key = `${name}:${cellKey(row, column)}`;
    this.faults.attempt(key, () => {
      const value = parseField(name, text, LIMITS.value, { row, column });
      return store.apply(
        name === 'image' ? setImageCell : setKernelCell,
        { row, column, value },
        { merge: key },
      );
    });
  }

  private onCommitted(): void {
    this.session.store.endMerge();
  }

  private onReverted({ detail: { grid, row, column } }: CustomEvent<GridCell>): void {
    this.faults.clear(`${grid === 'image' ? 'image' : 'kernel'}:${cellKey(row, column)}`);
  }

  private onGeometryEntered({ detail: { field, text } }: CustomEvent<GeometryEntered>): void {
    const done = this.faults.attempt(`geometry:${field}`, () => {
      return editGeometry(this.session.store, this.correlation, field, text);
    });
    if (!done) return;
    if (field.startsWith('image')) this.faults.clearGroup('image');
    if (field.startsWith('kernel')) this.faults.clearGroup('kernel');
  }

  private onFlip(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    this.faults.attempt('flip', () => this.session.store.apply(setFlip, target.checked));
  }

  private onReset(): void {
    this.position = 0;
    this.faults.act(() => this.session.store.apply(resetCorrelation, undefined));
  }
}

function planOf({ image, kernel, stride, padding, dilation }: CorrelationPart): Plan {
  return planCorrelation([1, 1, image.rows, image.columns], [1, 1, kernel.rows, kernel.columns], {
    stride,
    padding,
    dilation,
  });
}

function termsOf(
  { image, kernel }: CorrelationPart,
  weights: readonly number[],
  plan: Plan,
  row: number,
  column: number,
): Term[] {
  return windowOf(plan, row, column).map((tap) => ({
    image: tap.inside ? (image.values[tap.imageRow * image.columns + tap.imageColumn] ?? 0) : 0,
    weight: weights[tap.kernelRow * kernel.columns + tap.kernelColumn] ?? 0,
    inside: tap.inside,
  }));
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-correlation-scene': CorrelationSceneElement;
  }
}
