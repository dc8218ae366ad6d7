/** Scene 2: a 1×2 kernel finds the vertical edges of a painted image, and nothing in its transpose. */
import { msg } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { DEFAULT_GEOMETRY, planCorrelation, type Plan } from '../../math/geometry.ts';
import {
  replaceEdgeKernel,
  resizeEdgeKernel,
  setEdgeKernelCell,
  useArticleEdges,
} from '../../state/actions/edges.ts';
import { transposeGrid, type EdgesPart, type NumberGrid } from '../../state/document.ts';
import { parseField, type FieldName } from '../../state/input.ts';
import { LIMITS, type Range } from '../../state/limits.ts';
import { placeIn } from '../../state/look.ts';
import { createResponse, type Response, type ResponseState } from '../../state/response.ts';
import '../edges/edge-figure.ts';
import '../field/number-field.ts';
import type { CellPosition, CellBlock, CellText, GridCell } from '../grid/cell-events.ts';
import '../picture/paint-tools.ts';
import { cellKey } from '../grid/marks.ts';
import type { Session } from '../shell/session.ts';
import '../sum/sum-list.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { pasteBlock, type EditedKernel } from './edited-kernel.ts';
import { renderKernelTools } from './kernel-edit.ts';
import { edgesPicture } from './edges-picture.ts';
import { edgesSceneStyle } from './edges-scene-style.ts';
import { ImageDrawing, type DrawnPicture } from './image-drawing.ts';
import { renderPictureTools } from './picture-edit.ts';
import { correlationPictures } from './pictures.ts';
import type { ShownCorrelation } from './correlation-pictures.ts';
import { renderResponseColors } from './response-colors-edit.ts';
import { kept } from './kept.ts';
import { Resting } from '../grid/resting.ts';
import { SceneElement } from './scene-element.ts';

@customElement('corr2d-edges-scene')
export class EdgesSceneElement extends SceneElement {
  static override styles = [controlStyle, sceneStyle, edgesSceneStyle];

  protected readonly scene = 'edges';
  @state() private transposedPosition: CellPosition = { row: 0, column: 0 };
  /** Whether the browser passes over the transposed figure, which is out of sight: then it follows a stroke that rests. */
  @state() private isOutOfSight = false;

  private readonly drawing = new ImageDrawing(this, () => this.drawnPicture);
  private readonly pictures = correlationPictures(this);
  private readonly resting = new Resting<NumberGrid>(this);
  private readonly transposeOf = kept(transposeGrid);
  private response!: Response;
  private shown!: StoreController<ResponseState>;
  private transposed!: Response;
  private shownTransposed!: StoreController<ResponseState>;

  protected override open({ host }: Session): void {
    this.response = createResponse(host);
    this.transposed = createResponse(host);
    this.shown = new StoreController(this, this.response.$response);
    this.shownTransposed = new StoreController(this, this.transposed.$response);
  }

  /** The response element whose window and sum are shown; inside the response, however it has shrunk. */
  private get position(): CellPosition {
    const { image, kernel } = this.edges;
    return placeIn(planOf(image, kernel).output, this.look.value.at);
  }

  private get edges(): EdgesPart {
    return this.document.value.edges;
  }

  private get imageBelow(): NumberGrid {
    const { image } = this.edges;
    return this.isOutOfSight ? this.resting.of(image) : image;
  }

  override willUpdate(): void {
    const { image, kernel } = this.edges;
    this.response.request(image, kernel, DEFAULT_GEOMETRY);
    this.transposed.request(this.transposeOf(this.imageBelow), kernel, DEFAULT_GEOMETRY);
  }

  override render(): TemplateResult {
    const { image, kernel } = this.edges;
    return html`<div class="stage">
        <h1>${msg('How can a kernel see an edge?')}</h1>
        <p class="lead">
          ${msg(
            'The kernel [1, −1] takes each pixel minus its right neighbour: 0 where the two are equal, +1 where white turns black, −1 where black turns white. Paint on the image and watch.',
          )}
        </p>
        ${this.drawing.renderTools()}
        <corr2d-edge-figure
          .image=${image}
          .kernel=${kernel}
          .response=${this.shown.value}
          .view=${this.document.value.view}
          .position=${this.position}
          .settings=${this.drawing.settings}
          .kernelFaults=${this.faults.cells('kernel')}
          @cell-pointed=${this.onPointed}
          @cells-painted=${this.drawing.onPainted}
          @image-made=${this.drawing.onMade}
          @tool-chosen=${this.drawing.onTool}
          @stroke-ended=${this.onEnded}
          @cell-typed=${this.onTyped}
          @cell-committed=${this.onEnded}
          @cell-reverted=${this.onReverted}
          @block-pasted=${({ detail }: CustomEvent<CellBlock>) => {
            pasteBlock(this.editedKernel, detail);
          }}
        ></corr2d-edge-figure>
        ${this.faults.cellTexts(['kernel']).map((text) => html`<p class="fault" role="alert">${text}</p>`)}
        <corr2d-sum-list
          .plan=${planOf(image, kernel)}
          .image=${image.values}
          .weights=${kernel.values}
          .position=${this.position}
          .pins=${this.look.value.pins}
          @cell-pointed=${this.onPointed}
        ></corr2d-sum-list>
        ${renderResponseColors(
          this.session.store,
          this.faults,
          this.shown.value.grid?.values ?? [],
          this.pictures.render(this.pictured()),
        )}
      </div>
      <slot name="lesson"></slot>
      <div class="workbench">
        <div class="columns editors">${this.renderImageCard()} ${this.renderKernelCard()}</div>
        <section
          class="transposed"
          @contentvisibilityautostatechange=${({ skipped }: ContentVisibilityAutoStateChangeEvent) => {
            this.isOutOfSight = skipped;
          }}
        >
          <h2>${msg('The same kernel on the transposed image')}</h2>
          <corr2d-edge-figure
            transposed
            .image=${this.imageBelow}
            .kernel=${kernel}
            .response=${this.shownTransposed.value}
            .view=${this.document.value.view}
            .position=${this.transposedPosition}
            @cell-pointed=${({ detail }: CustomEvent<GridCell | null>) => {
              if (detail?.grid === 'response') this.transposedPosition = detail;
            }}
          ></corr2d-edge-figure>
        </section>
        <slot name="code"></slot>
      </div> `;
  }

  private renderImageCard(): TemplateResult {
    const reset = html`<button
      type="button"
      @click=${() => {
        this.faults.act(() => this.session.store.apply(useArticleEdges, undefined));
      }}
    >
      ${msg('Back to the example')}
    </button>`;
    return html`<section class="card">
      <h2>${msg('Image')}</h2>
      ${renderPictureTools(this.drawnPicture, reset)}
      <p class="fault" role="alert" ?hidden=${!this.faults.actionText}>${this.faults.actionText}</p>
    </section>`;
  }

  private renderKernelCard(): TemplateResult {
    const { kernel } = this.edges;
    return html`<section class="card">
      <h2>${msg('Kernel')}</h2>
      <div class="fields">
        ${this.sizeField('kernel-rows', kernel.rows, LIMITS.kernelSide)}
        ${this.sizeField('kernel-columns', kernel.columns, LIMITS.kernelSide)}
      </div>
      ${renderKernelTools(this.editedKernel)}
      <p class="note">
        ${msg(
          'A kernel one row high compares neighbours along a row, so it sees vertical edges only. Its transpose sees horizontal ones.',
        )}
      </p>
    </section>`;
  }

  private sizeField(name: SizeField, value: number, range: Range): TemplateResult {
    const label = name.endsWith('rows') ? msg('rows') : msg('columns');
    return html`<corr2d-number-field
      .label=${label}
      .value=${value}
      .minimum=${range.minimum}
      .maximum=${range.maximum}
      .fault=${this.faults.text(name)}
      @field-entered=${(event: CustomEvent<string>) => {
        this.onSize(name, event.detail, range);
      }}
    ></corr2d-number-field>`;
  }

  private onSize(name: SizeField, text: string, range: Range): void {
    const { store } = this.session;
    const { kernel } = this.edges;
    const done = this.faults.attempt(name, () => {
      const value = parseField(name, text, range);
      switch (name) {
        case 'kernel-rows':
          return store.apply(resizeEdgeKernel, { rows: value, columns: kernel.columns });
        case 'kernel-columns':
          return store.apply(resizeEdgeKernel, { rows: kernel.rows, columns: value });
      }
    });
    if (done) this.faults.clearGroup('kernel');
  }

  private onPointed({ detail }: CustomEvent<GridCell | null>): void {
    if (detail?.grid !== 'response') return;
    this.lookOtherwise({ at: { row: detail.row, column: detail.column } });
  }

  private onEnded(): void {
    this.session.store.endMerge();
  }

  private onTyped({ detail: { row, column, text } }: CustomEvent<CellText>): void {
    const key = `kernel:${cellKey(row, column)}`;
    this.faults.attempt(key, () => {
      const value = parseField('kernel', text, LIMITS.weight, { row, column });
      return this.session.store.apply(setEdgeKernelCell, { row, column, value }, { merge: key });
    });
  }

  /** What a picture shows; null while it is computed. */
  private pictured(): ShownCorrelation | null {
    const { status, grid: response } = this.shown.value;
    if (status !== 'ready' || !response) return null;
    const { edges, position } = this;
    const { view } = this.document.value;
    return {
      name: 'edges',
      part: { ...edges, ...DEFAULT_GEOMETRY, flip: false },
      response,
      view,
      painted: true,
      position: position.row * response.columns + position.column,
    };
  }

  private get drawnPicture(): DrawnPicture {
    return edgesPicture(this.session.store, this.faults);
  }

  private get editedKernel(): EditedKernel {
    const { store } = this.session;
    return { store, faults: this.faults, ...this.edges, replace: replaceEdgeKernel };
  }

  private onReverted({ detail: { row, column } }: CustomEvent<GridCell>): void {
    this.faults.clear(`kernel:${cellKey(row, column)}`);
  }
}

function planOf(image: NumberGrid, kernel: NumberGrid): Plan {
  return planCorrelation([1, 1, image.rows, image.columns], [1, 1, kernel.rows, kernel.columns]);
}

type SizeField = Extract<FieldName, 'kernel-rows' | 'kernel-columns'>;

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-edges-scene': EdgesSceneElement;
  }
}
