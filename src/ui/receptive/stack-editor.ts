/** The layers of a stack as cards: added, removed, and put in another order by drag or by keys. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { renderTerms } from '../lesson/term-row.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import { LIMITS } from '../../state/limits.ts';
import type { LayerKind, StackLayer } from '../../state/stack.ts';
import type { StackFix } from '../../state/stack-fixes.ts';
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
        border: var(--line) solid var(--rule);
        border-radius: var(--radius);
        background: var(--surface);
      }

      li.faulty {
        border-color: var(--fault);
      }

      li.dragged {
        opacity: 0.5;
      }

      li {
        position: relative;
      }

      /* Where the layer would come to stand: before or after the card under the pointer. */
      li:is(.before, .after)::before {
        content: '';
        position: absolute;
        inset-block: -2px;
        inset-inline-start: calc(-0.5 * var(--space-3) - 3px);
        width: 4px;
        border-radius: 2px;
        background: var(--focus);
      }

      li.after::before {
        inset-inline: auto calc(-0.5 * var(--space-3) - 3px);
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
  @property({ attribute: false }) fixes: readonly StackFix[] = [];
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
      ${renderTerms(['feature-map', 'channel', 'pooling', 'activation'])}
    `;
  }

  private renderLayer(layer: StackLayer, index: number): TemplateResult {
    const { drag } = this;
    const marks = [
      index === this.faultAt ? 'faulty' : '',
      index === drag?.from ? 'dragged' : '',
      drag && drag.to < drag.from && index === drag.to ? 'before' : '',
      drag && drag.to > drag.from && index === drag.to ? 'after' : '',
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
        .fixes=${index === this.faultAt ? this.fixes : NO_FIXES}
        .open=${index === this.open}
        @layer-changed=${({ detail }: CustomEvent<LayerChange>) => {
          this.tell('stack-changed', { at: index, change: detail });
          if (detail.kind === 'move') void this.focusLayer(index + detail.by, detail.by);
          if (detail.kind === 'remove') void this.focusLayer(Math.min(index, this.layers.length - 2), 1);
        }}
      ></corr2d-layer-card>
    </li>`;
  }

  /** A layer that was moved keeps the focus; one that was removed leaves it to its neighbour. */
  private async focusLayer(index: number, by: -1 | 1): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    this.renderRoot.querySelectorAll('corr2d-layer-card')[index]?.focusMove(by);
  }

  private onGrab(event: PointerEvent, index: number): void {
    const grip = event
      .composedPath()
      .some((node) => node instanceof Element && node.classList.contains('grip'));
    if (!grip || !(event.currentTarget instanceof Element)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    this.drag = { from: index, to: index };
    addEventListener('keydown', this.onKey, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.onCancel();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.onCancel();
  };

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
    this.onCancel();
    if (drag && drag.from !== drag.to) this.tell('layer-dropped', drag);
  };

  private readonly onCancel = (): void => {
    this.drag = null;
    removeEventListener('keydown', this.onKey, true);
  };

  private tell<Name extends 'stack-changed' | 'layer-dropped' | 'layer-added'>(
    name: Name,
    detail: HTMLElementEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const NO_FIXES: readonly StackFix[] = [];
const NO_FAULTS: ReadonlyMap<string, string> = new Map();
