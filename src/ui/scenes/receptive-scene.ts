/** Scene 4: what an element of a deep layer sees of the image, through any stack of layers. */
import { msg, str } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { planStack, type StackPlan } from '../../math/stack/layer.ts';
import { stackLinks, type StackPlace } from '../../math/stack/links.ts';
import { pinElement } from '../../state/actions/receptive.ts';
import {
  createEffectiveField,
  type EffectiveResponse,
  type EffectiveState,
} from '../../state/effective-field.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { StackSubject } from '../../state/picture/stack-picture.ts';
import { ZOOMS } from '../../state/look.ts';
import { hasSeeds, type ReceptivePart, type StackLayer } from '../../state/stack.ts';
import { createStackResponse, type StackResponse, type StackState } from '../../state/stack-response.ts';
import type { GridCell } from '../grid/cell-events.ts';
import { NO_RING } from '../grid/ring.ts';
import '../receptive/field-table.ts';
import { levelName, levelRings } from '../receptive/stack-figure.ts';
import type { Session } from '../shell/session.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { fieldReading, placeText } from '../wording/field-reading.ts';
import { problemText } from '../wording/problem-text.ts';
import { unbroken } from '../wording/unbroken.ts';
import { kept } from './kept.ts';
import { renderPictureTools } from './picture-edit.ts';
import { renderDepth, renderEffective, renderExamples, renderNetworks } from './receptive-cards.ts';
import { receptiveStyle } from './receptive-style.ts';
import { renderResponseColors } from './response-colors-edit.ts';
import { Resting } from '../grid/resting.ts';
import { SceneElement } from './scene-element.ts';
import { receptivePictures } from './pictures.ts';
import { StackImage } from './stack-image.ts';
import { isIn, placeOf, samePlace, valueAt } from './stack-place.ts';
import { renderWeights } from './layer-kernel-edit.ts';
import { renderStackEditor, type EditedStack, type ShownKernel } from './stack-edit.ts';

const NO_VALUES: readonly number[] = [];
const FIRST_KERNEL: ShownKernel = { channel: 0, input: 0 };

@customElement('corr2d-receptive-scene')
export class ReceptiveSceneElement extends SceneElement {
  static override styles = [controlStyle, sceneStyle, receptiveStyle];

  protected readonly scene = 'receptive';
  @state() private pointed: StackPlace | null = null;
  @state() private openLayer = -1;
  @state() private shownKernel: ShownKernel = FIRST_KERNEL;

  private readonly pictures = receptivePictures(this);
  private readonly image = new StackImage(this, () => ({
    store: this.session.store,
    faults: this.faults,
    image: this.stack.image,
  }));
  private readonly planOf = kept((rows: number, columns: number, layers: readonly StackLayer[]) =>
    planStack([1, rows, columns], layers),
  );
  private readonly ringsOf = kept(levelRings);
  private readonly linksOf = kept(
    (
      layers: readonly StackLayer[],
      shapes: StackPlan['shapes'],
      level: number,
      channel: number,
      row: number,
      column: number,
    ) => stackLinks(layers, shapes, { level, channel, row, column }),
  );
  private readonly restingReading = new Resting<string>(this);
  private readonly restingImage = new Resting<NumberGrid>(this);
  private maps!: StackResponse;
  private shownMaps!: StoreController<StackState>;
  private effective!: EffectiveResponse;
  private shownEffective!: StoreController<EffectiveState>;
  private plan: StackPlan = { shapes: [], faultAt: null };

  protected override open({ host }: Session): void {
    this.maps = createStackResponse(host);
    this.shownMaps = new StoreController(this, this.maps.$levels);
    this.effective = createEffectiveField(host);
    this.shownEffective = new StoreController(this, this.effective.$field);
  }

  private get stack(): ReceptivePart {
    return this.document.value.receptive;
  }

  /** What is pointed at, or was clicked, or else the middle of the last level. */
  private get place(): StackPlace {
    const { shapes } = this.plan;
    const level = shapes.length - 1;
    const [, rows = 1, columns = 1] = shapes[level] ?? [];
    const middle = { level, channel: 0, row: Math.floor(rows / 2), column: Math.floor(columns / 2) };
    return [this.pointed, this.stack.pinned].find((place) => place && isIn(place, this.plan)) ?? middle;
  }

  override willUpdate(): void {
    const { image, layers, draws } = this.stack;
    this.plan = this.planOf(image.rows, image.columns, layers);
    this.maps.request(image, layers);
    this.effective.request({ image, layers, channel: 0, draws: hasSeeds(layers) ? draws : 1 });
  }

  override render(): TemplateResult {
    return html`<div class="stage">
        <h1>${msg('How much of the image does a deep element see?')}</h1>
        <p class="lead">
          ${msg(
            'Every element is computed from a window of the layer below, and the elements in that window have windows of their own. All the cells that can change an element are its receptive field. Point at an element of any layer, and its field lights up below it; point at a cell of the image, and all that it reaches lights up above it.',
          )}
        </p>
        ${this.renderTools()} ${this.image.renderTools()} ${this.renderFigure()}
      </div>
      <slot name="lesson"></slot>
      <div class="workbench">
        <div class="columns wide">
          <section class="card editor">
            <h2>${msg('Layers')}</h2>
            ${renderStackEditor(this.editedStack)}
            <p class="fault" role="alert" ?hidden=${!this.faults.actionText}>${this.faults.actionText}</p>
          </section>
          ${renderWeights(this.editedStack)}
          <section class="card">
            <h2>${msg('The field, layer by layer')}</h2>
            <corr2d-field-table .layers=${this.stack.layers} .shapes=${this.plan.shapes}></corr2d-field-table>
          </section>
        </div>
        <div class="columns">
          <section class="card">
            <h2>${msg('Deeper for wider')}</h2>
            ${renderDepth(this.session.store, this.faults, this.restingImage.of(this.stack.image))}
          </section>
          <section class="card">
            <h2>${msg('The effective field')}</h2>
            ${renderEffective(this.session.store, this.faults, this.plan.shapes, this.shownEffective.value)}
          </section>
          <section class="card editor">
            <h2>${msg('Image')}</h2>
            ${renderPictureTools(this.image.picture, html``)}
          </section>
          <section class="card whole">
            <h2>${msg('Known networks')}</h2>
            ${renderNetworks(this.session.store, this.faults)}
          </section>
        </div>
        <slot name="code"></slot>
      </div> `;
  }

  private renderTools(): TemplateResult {
    return html`<div class="bar tools">
      ${renderExamples(this.session.store, this.faults)}
      <div class="bar" role="group" aria-label=${msg('View')}>
        ${this.image.renderSwitch()}
        ${ZOOMS.map(
          (zoom) =>
            html`<button
              type="button"
              aria-pressed=${zoom === this.look.value.zoom ? 'true' : 'false'}
              aria-label=${`${msg('Zoom')} ${String(zoom)}×`}
              @click=${() => {
                this.lookOtherwise({ zoom });
              }}
            >
              ${zoom}×
            </button>`,
        )}
      </div>
    </div>`;
  }

  private renderFigure(): TemplateResult {
    const { layers } = this.stack;
    const { shapes } = this.plan;
    const { place } = this;
    const { levels, problem } = this.shownMaps.value;
    const links = this.linksOf(layers, shapes, place.level, place.channel, place.row, place.column);
    const value = valueAt(levels, place);
    return html`<corr2d-stack-figure
        .layers=${layers}
        .shapes=${shapes}
        .levels=${levels}
        .place=${place}
        .links=${links}
        .view=${this.document.value.view}
        .zoom=${this.look.value.zoom}
        .drawing=${this.image.isEdited}
        @cell-pointed=${({ detail }: CustomEvent<GridCell | null>) => {
          this.pointed = detail && placeOf(detail);
        }}
        @cell-committed=${({ detail }: CustomEvent<GridCell>) => {
          const at = placeOf(detail);
          const { pinned } = this.stack;
          this.pin(pinned && samePlace(at, pinned) ? null : at);
        }}
        @keydown=${(event: KeyboardEvent) => {
          const isEditing = event.target instanceof Element && event.target.closest('[slot=image]');
          if (event.key === 'Escape' && this.stack.pinned && !isEditing) this.pin(null);
        }}
        >${this.image.renderGrid(links[0], place, this.ringsOf(layers, shapes)[0] ?? NO_RING)}</corr2d-stack-figure
      >
      <p class="reading" aria-live="polite">
        ${this.restingReading.of(unbroken(fieldReading(place, levelName(layers, place.level), value, links, shapes)))}
      </p>
      ${this.renderPinned()} ${problem ? html`<p class="fault" role="alert">${problemText(problem)}</p>` : ''}
      ${renderResponseColors(this.session.store, this.faults, levels[place.level]?.data ?? NO_VALUES, this.pictures.render(this.pictured()))}`;
  }

  private renderPinned(): TemplateResult {
    const { pinned, layers } = this.stack;
    if (!pinned || !isIn(pinned, this.plan)) {
      return html`<p class="pin note">
        ${msg('A click, or Enter, pins an element: its field stays, and is in the link.')}
      </p>`;
    }
    const at = placeText(pinned, levelName(layers, pinned.level), this.plan.shapes);
    return html`<p class="pin">
      <span>${msg(str`Pinned: ${at}`)}</span>
      <button
        type="button"
        @click=${() => {
          this.pin(null);
        }}
      >
        ${msg('Unpin (Esc)')}
      </button>
    </p>`;
  }

  private pin(place: StackPlace | null): void {
    this.faults.attempt('pin', () => this.session.store.apply(pinElement, place));
  }

  /** What a picture shows; null while it is computed. */
  private pictured(): StackSubject | null {
    const { levels, status } = this.shownMaps.value;
    const { layers } = this.stack;
    const { view } = this.document.value;
    return status === 'ready' ? { layers, shapes: this.plan.shapes, levels, view, place: this.place } : null;
  }

  /** The kernel that scene 3 has come to, where it has taken a step. */
  private get learned(): NumberGrid | null {
    const run = this.session.learner?.$session.get();
    return run && run.step > 0 ? run.kernel : null;
  }

  private get editedStack(): EditedStack {
    return {
      store: this.session.store,
      faults: this.faults,
      part: this.stack,
      plan: this.plan,
      open: this.openLayer,
      shown: this.shownKernel,
      onOpen: (at) => {
        this.openLayer = at;
        this.shownKernel = FIRST_KERNEL;
      },
      onShown: (shown) => {
        this.shownKernel = shown;
      },
      learned: this.learned,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-receptive-scene': ReceptiveSceneElement;
  }
}
