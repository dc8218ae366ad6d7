/** Scene 1: the window slides over the image, and every element of the response shows its sum. */
import { msg, str } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { planCorrelation, type Plan } from '../../math/geometry.ts';
import { makeScale } from '../../math/value-scale.ts';
import { fedBy } from '../../math/window.ts';
import {
  paintImage,
  replaceImage,
  replaceKernel,
  resetCorrelation,
  setFlip,
  setImageCell,
  setKernelCell,
} from '../../state/actions/correlation.ts';
import { flipGrid, type CorrelationPart } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import { FIRST_LOOK, placeIn } from '../../state/look.ts';
import { firstResponse, isComputedHere } from '../../state/first-response.ts';
import { createResponse, type Response, type ResponseState } from '../../state/response.ts';
import '../correlation/correlation-figure.ts';
import '../correlation/correlation-formula.ts';
import { linkedMarks } from '../correlation/linked-marks.ts';
import '../correlation/window-player.ts';
import type { CellBlock, CellText, GridCell } from '../grid/cell-events.ts';
import { cellKey } from '../grid/marks.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { restOfTexts } from '../shell/locale.ts';
import type { Session } from '../shell/session.ts';
import type {} from '../sum/sum-list.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { fetchProblemWords, ProblemWords } from '../wording/problem-words.ts';
import type { ShownCorrelation } from './correlation-pictures.ts';
import { correlationSceneStyle } from './correlation-scene-style.ts';
import { DrawOrType } from './draw-or-type.ts';
import type { DrawnPicture } from './image-drawing.ts';
import { SceneElement } from './scene-element.ts';
import type { correlationTools } from './correlation-workbench.ts';
import type { EditedKernel } from './edited-kernel.ts';
import type { responseTools } from './response-tools.ts';
import { geometryCardStyle } from './geometry-card-style.ts';

@customElement('corr2d-correlation-scene')
export class CorrelationSceneElement extends SceneElement {
  static override styles = [controlStyle, sceneStyle, geometryCardStyle, correlationSceneStyle];

  protected readonly scene = 'correlation';
  @state() private playing = false;
  @state() private pointed: GridCell | null = null;

  private readonly image = new DrawOrType(this, () => this.drawnPicture);
  private tools: typeof correlationTools | null = null;
  private colors: typeof responseTools | null = null;
  private pictures: ReturnType<typeof responseTools.correlationPictures> | null = null;
  private readonly workbench = new OnDemand(this, async () => {
    this.tools = (await import('./correlation-workbench.ts')).correlationTools;
  });
  private readonly colorRow = new OnDemand(this, async () => {
    this.colors = (await import('./response-tools.ts')).responseTools;
    this.pictures = this.colors.correlationPictures(this);
  });
  private readonly words = new ProblemWords(this);
  private response!: Response;
  private shown!: StoreController<ResponseState>;

  protected override open({ host }: Session): void {
    this.response = createResponse(host, firstResponse);
    this.shown = new StoreController(this, this.response.$response);
  }

  private get correlation(): CorrelationPart {
    return this.document.value.correlation;
  }

  /** Of the window, in reading order. */
  private position({ output }: Plan): number {
    const { row, column } = placeIn(output, this.look.value.at);
    return row * output[1] + column;
  }

  private get weights(): readonly number[] {
    const { kernel, flip } = this.correlation;
    return (flip ? flipGrid(kernel) : kernel).values;
  }

  override willUpdate(): void {
    const { image, kernel, flip, stride, padding, dilation } = this.correlation;
    this.response.request(image, flip ? flipGrid(kernel) : kernel, { stride, padding, dilation });
    if (!isComputedHere(planOf(this.correlation))) this.session.first.hurry();
  }

  override render(): TemplateResult {
    const plan = planOf(this.correlation);
    const { status, grid, problem } = this.shown.value;
    const { view } = this.document.value;
    return html`<div class="stage">
        <h1>${msg('What does a convolution layer compute?')}</h1>
        <p class="lead">
          ${msg(
            'Lay the kernel on the image, multiply each pair of numbers and add the products: that sum is one element of the response. Then the window slides on. Point at any cell, or type into the image and the kernel.',
          )}
        </p>
        ${this.shows('tools') ? this.image.render() : nothing}
        <corr2d-correlation-figure
          .correlation=${this.correlation}
          .plan=${plan}
          .response=${grid}
          .scale=${grid && makeScale(grid.values, view.colors, view.range)}
          .marks=${linkedMarks(plan, this.position(plan), this.pointed, this.playing)}
          .drawn=${this.image.drawn}
          .imageFaults=${this.faults.cells('image')}
          .kernelFaults=${this.faults.cells('kernel')}
          @cell-pointed=${this.onPointed}
          @cell-typed=${this.onTyped}
          @cell-committed=${this.onCommitted}
          @cell-reverted=${this.onReverted}
          @block-pasted=${this.onPasted}
          @cells-painted=${this.image.drawing.onPainted}
          @image-made=${this.image.drawing.onMade}
          @tool-chosen=${this.image.drawing.onTool}
          @stroke-ended=${this.onCommitted}
        ></corr2d-correlation-figure>
        ${this.faults.cellTexts(['image', 'kernel']).map((text) => html`<p class="fault" role="alert">${text}</p>`)}
        ${status === 'failed' && problem ? html`<p class="fault" role="alert">${this.words.text(problem)}</p>` : nothing}
        <div class="sum">${this.renderSum(plan)} ${this.renderPlayer(plan)}</div>
        <div class="colors">${this.colorRow.show(() => this.renderColors(grid?.values ?? []))}</div>
        ${this.renderFlip()}
      </div>
      <slot name="lesson"></slot>
      <div class="workbench ${this.workbench.isReady || !this.shows('tools') ? '' : 'waiting'}">
        ${this.workbench.show(() => this.tools?.renderWorkbench(this.correlation, plan.output, this.drawnPicture, this.editedKernel) ?? html``)}
        <button type="button" @click=${this.onReset}>${msg('Back to the example')}</button>
        <slot name="code"></slot>
      </div> `;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const { first } = this.session;
    if (this.shown.value.status !== 'pending') first.tell();
    if (!changed.has('without')) return;
    void first.stands.then(() => {
      // The numbers come first. Without the script the figure is as it was.
      void fetchProblemWords();
      if (this.shows('sum'))
        restOfTexts()
          .then(() => import('../sum/sum-list.ts'))
          .catch(() => undefined);
      if (this.shows('colors')) this.colorRow.want();
      if (this.shows('tools')) this.workbench.want();
    });
  }

  private renderColors(values: readonly number[]): TemplateResult {
    const pictures = this.pictures?.render(this.pictured());
    return this.colors?.renderResponseColors(this.session.store, this.faults, values, pictures) ?? html``;
  }

  private renderSum(plan: Plan): TemplateResult {
    return html`
      <corr2d-correlation-formula .correlation=${this.correlation}></corr2d-correlation-formula>
      <corr2d-sum-list
        .plan=${plan}
        .image=${this.correlation.image.values}
        .weights=${this.weights}
        .position=${placeIn(plan.output, this.look.value.at)}
        .pins=${this.look.value.pins}
        ?quiet=${this.playing}
        @cell-pointed=${this.onPointed}
      ></corr2d-sum-list>
      <p class="feeds">${this.feedText(plan)}</p>
    `;
  }

  private renderPlayer(plan: Plan): TemplateResult {
    const [rows, columns] = plan.output;
    return html`<corr2d-window-player
      .position=${this.position(plan)}
      .count=${rows * columns}
      .playing=${this.playing}
      @window-moved=${(event: CustomEvent<number>) => {
        const columns = plan.output[1];
        const [row, column] = [Math.floor(event.detail / columns), event.detail % columns];
        this.lookOtherwise({ at: { row, column } });
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
    this.lookOtherwise({ at: { row: detail.row, column: detail.column } });
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

  private async onPasted({ detail }: CustomEvent<CellBlock>): Promise<void> {
    const { pasteBlock, pasteImage } = await import('./paste.ts');
    if (detail.grid !== 'image') pasteBlock(this.editedKernel, detail);
    else pasteImage(this.session.store, this.faults, this.correlation.image, detail);
  }

  private get drawnPicture(): DrawnPicture {
    const [{ store }, { image }] = [this.session, this.correlation];
    return { store, faults: this.faults, image, fill: 0, replace: replaceImage, paint: paintImage };
  }

  private get editedKernel(): EditedKernel {
    const { kernel, image } = this.correlation;
    return { store: this.session.store, faults: this.faults, kernel, image, replace: replaceKernel };
  }

  /** What a picture shows; null while it is computed. */
  private pictured(): ShownCorrelation | null {
    const { status, grid: response } = this.shown.value;
    if (status !== 'ready' || !response) return null;
    const position = this.position(planOf(this.correlation));
    const shown = { part: this.correlation, view: this.document.value.view, position };
    return { name: 'correlation', ...shown, response, painted: this.image.drawn !== null };
  }

  private onFlip(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    this.faults.attempt('flip', () => this.session.store.apply(setFlip, target.checked));
  }

  private onReset(): void {
    this.lookOtherwise({ at: FIRST_LOOK.at });
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

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-correlation-scene': CorrelationSceneElement;
  }
}
