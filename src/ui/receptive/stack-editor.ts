/** The layers of a stack as cards: added, removed, and put in another order by drag or by keys. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MapShape } from '../../math/stack/layer.ts';
import { LIMITS } from '../../state/limits.ts';
import type { LayerKind, StackLayer } from '../../state/stack.ts';
import { controlStyle } from '../style/controls.ts';
import { kindName } from '../wording/layer-text.ts';
import './layer-card.ts';
import type { LayerChange } from './layer-card.ts';

export interface LayerMove {
  readonly from: number;
  readonly to: number;
}

/** A change of the layer `at`, counted from 0. */
export interface StackChange {
  readonly at: number;
  readonly change: LayerChange;
}

declare global {
  interface HTMLElementEventMap {
    'stack-changed': CustomEvent<StackChange>;
    'layer-dropped': CustomEvent<LayerMove>;
    'layer-added': CustomEvent<LayerKind>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-stack-editor': StackEditorElement;
  }
}

const KINDS: readonly LayerKind[] = ['correlation', 'activation', 'pooling'];

@customElement('corr2d-stack-editor')
export class StackEditorElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
      }

      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
        gap: var(--space-3);
        margin: 0 0 var(--space-3);
        padding: 0;
        list-style: none;
      }

      li {
        padding: var(--space-3);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--surface);
      }

      li.faulty {
        border-color: var(--fault);
      }

      li.dragged {
        opacity: 0.5;
      }

      li.target {
        outline: 2px dashed var(--focus);
        outline-offset: 2px;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) layers: readonly StackLayer[] = [];
  @property({ attribute: false }) shapes: readonly MapShape[] = [];
  /** The layer that cannot be, counted from 0, or −1, and why. */
  @property({ type: Number }) faultAt = -1;
  @property() fault = '';
  /** By layer, texts of fields that could not be used. */
  @property({ attribute: false }) faults: ReadonlyMap<number, ReadonlyMap<string, string>> = new Map();
  /** The layer whose weights are shown, or −1. */
  @property({ type: Number }) open = -1;

  @state() private drag: LayerMove | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { layers } = this;
    const isFull = layers.length >= LIMITS.layers.maximum;
    return html`
      <ol>
        ${layers.map((layer, index) => this.renderLayer(layer, index))}
      </ol>
      <div class="bar" role="group" aria-label=${msg('Add a layer')}>
        <span>${msg('Add a layer:')}</span>
        ${KINDS.map(
          (kind) =>
            html`<button
              type="button"
              ?disabled=${isFull}
              @click=${() => {
                this.tell('layer-added', kind);
              }}
            >
              ${kindName(kind)}
            </button>`,
        )}
      </div>
    `;
  }

  private renderLayer(layer: StackLayer, index: number): TemplateResult {
    const { drag } = this;
    const marks = [
      index === this.faultAt ? 'faulty' : '',
      index === drag?.from ? 'dragged' : '',
      drag && drag.to !== drag.from && index === drag.to ? 'target' : '',
    ];
    return html`<li
      class=${marks.join(' ')}
      @pointerdown=${(event: PointerEvent) => {
        this.onGrab(event, index);
      }}
      @pointermove=${this.onDrag}
      @pointerup=${this.onDrop}
      @pointercancel=${this.onCancel}
    >
      <corr2d-layer-card
        .layer=${layer}
        .index=${index}
        .count=${this.layers.length}
        .output=${this.shapes[index + 1] ?? null}
        .faults=${this.faults.get(index) ?? NO_FAULTS}
        .fault=${index === this.faultAt ? this.fault : ''}
        .open=${index === this.open}
        @layer-changed=${({ detail }: CustomEvent<LayerChange>) => {
          this.tell('stack-changed', { at: index, change: detail });
        }}
      ></corr2d-layer-card>
    </li>`;
  }

  private onGrab(event: PointerEvent, index: number): void {
    const grip = event
      .composedPath()
      .some((node) => node instanceof Element && node.classList.contains('grip'));
    if (!grip || !(event.currentTarget instanceof Element)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    this.drag = { from: index, to: index };
  }

  private readonly onDrag = ({ clientX, clientY }: PointerEvent): void => {
    if (!this.drag) return;
    const cards = [...this.renderRoot.querySelectorAll('li')];
    const over = cards.findIndex((card) => {
      const { left, right, top, bottom } = card.getBoundingClientRect();
      return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    });
    if (over >= 0 && over !== this.drag.to) this.drag = { ...this.drag, to: over };
  };

  private readonly onDrop = (): void => {
    const { drag } = this;
    this.drag = null;
    if (drag && drag.from !== drag.to) this.tell('layer-dropped', drag);
  };

  private readonly onCancel = (): void => {
    this.drag = null;
  };

  private tell<Name extends 'stack-changed' | 'layer-dropped' | 'layer-added'>(
    name: Name,
    detail: HTMLElementEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const NO_FAULTS: ReadonlyMap<string, string> = new Map();
