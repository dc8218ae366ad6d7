/** One layer of a stack, to edit: its kind, its numbers, its place. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ACTIVATIONS, POOLINGS, type MapShape } from '../../math/stack/layer.ts';
import { LAYER_NUMBERS, type LayerNumber } from '../../state/actions/receptive.ts';
import type { LayerKind, StackLayer } from '../../state/stack.ts';
import type { StackFix } from '../../state/stack-fixes.ts';
import '../field/number-field.ts';
import { controlStyle } from '../style/controls.ts';
import { fieldName } from '../wording/field-text.ts';
import { activationText, fixText, kindName, poolingText } from '../wording/layer-text.ts';
import { layerCardStyle } from './layer-card-style.ts';

/** What somebody did to a layer; the text of a number is as it was entered. */
export type LayerChange =
  | { readonly kind: 'kind'; readonly value: LayerKind }
  | { readonly kind: 'number'; readonly field: LayerNumber; readonly text: string }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'fix'; readonly fix: StackFix }
  | { readonly kind: 'remove' }
  | { readonly kind: 'open' };

declare global {
  interface HTMLElementEventMap {
    'layer-changed': CustomEvent<LayerChange>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-layer-card': LayerCardElement;
  }
}

const KINDS: readonly LayerKind[] = ['correlation', 'activation', 'pooling'];

@customElement('corr2d-layer-card')
export class LayerCardElement extends LitElement {
  static override styles = [controlStyle, layerCardStyle];

  @property({ attribute: false }) layer!: StackLayer;
  /** Counted from 0. */
  @property({ type: Number }) index = 0;
  @property({ type: Number }) count = 1;
  /** What goes out; null where the stack does not come so far. */
  @property({ attribute: false }) output: MapShape | null = null;
  /** Texts of fields that could not be used. */
  @property({ attribute: false }) faults: ReadonlyMap<string, string> = new Map();
  /** Why this layer cannot be. */
  @property() fault = '';
  /** What would make it fit. */
  @property({ attribute: false }) fixes: readonly StackFix[] = [];
  /** Whether its weights are being shown. */
  @property({ type: Boolean }) open = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { layer, index } = this;
    return html`
      <div class="head">
        <span class="grip" title=${msg('Drag to another place')} aria-hidden="true">${GRIP}</span>
        <span class="number">${index + 1}</span>
        <select
          aria-label=${msg(str`Kind of layer ${index + 1}`)}
          .value=${live(layer.kind)}
          @change=${(event: Event) => {
            const value = KINDS.find(
              (kind) => event.target instanceof HTMLSelectElement && event.target.value === kind,
            );
            if (value) this.tell({ kind: 'kind', value });
          }}
        >
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === layer.kind}>${kindName(kind)}</option>`)}
        </select>
        ${this.renderButton(msg(str`Move layer ${index + 1} forward`), UP, index === 0, { kind: 'move', by: -1 })}
        ${this.renderButton(msg(str`Move layer ${index + 1} back`), DOWN, index === this.count - 1, { kind: 'move', by: 1 })}
        ${this.renderButton(msg(str`Remove layer ${index + 1}`), CROSS, this.count === 1, { kind: 'remove' })}
      </div>
      <div class="fields">${this.renderFields()}</div>
      ${this.fault ? this.renderFault() : nothing}
      <p class="foot">
        <span>${this.output ? msg(str`gives ${shapeText(this.output)}`) : nothing}</span>
        ${
          layer.kind === 'correlation'
            ? html`<button
                type="button"
                aria-expanded=${this.open ? 'true' : 'false'}
                @click=${() => {
                  this.tell({ kind: 'open' });
                }}
              >
                ${msg('Kernels')}
              </button>`
            : nothing
        }
      </p>
    `;
  }

  /** Puts the focus on the button that moves the layer on, or, at the end of the stack, on the one that moves it back. */
  focusMove(by: -1 | 1): void {
    const [forward, back, remove] = this.renderRoot.querySelectorAll<HTMLButtonElement>('button.icon');
    const wanted = by === -1 ? [forward, back] : [back, forward];
    [...wanted, remove].find((button) => button && !button.disabled)?.focus();
  }

  private renderFault(): TemplateResult {
    return html`<div class="fault">
      <p role="alert">${this.fault}</p>
      <div class="fixes">
        ${this.fixes.map(
          (fix) =>
            html`<button
              type="button"
              @click=${() => {
                this.tell({ kind: 'fix', fix });
              }}
            >
              ${fixText(fix)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  private renderFields(): TemplateResult {
    const { layer } = this;
    switch (layer.kind) {
      case 'correlation':
        return html`
          <div class="pair">
            ${this.renderNumber('kernel-rows', layer.kernel[0], msg('rows'))}
            ${this.renderNumber('kernel-columns', layer.kernel[1], msg('columns'))}
          </div>
          ${this.renderNumber('channels', layer.channels)} ${this.renderNumber('layer-stride', layer.stride)}
          ${this.renderNumber('layer-padding', layer.padding)}
          ${this.renderNumber('layer-dilation', layer.dilation)}
        `;
      case 'pooling':
        return html`
          ${this.renderChoice(msg('Takes the'), layer.method, namesOf(POOLINGS, poolingText))}
          ${this.renderNumber('pooling-size', layer.size)}
          ${this.renderNumber('pooling-stride', layer.stride)}
        `;
      case 'activation':
        return this.renderChoice(msg('Function'), layer.name, namesOf(ACTIVATIONS, activationText));
    }
  }

  private renderNumber(field: LayerNumber, value: number, label = fieldName(field)): TemplateResult {
    const { minimum, maximum } = LAYER_NUMBERS[field];
    return html`<corr2d-number-field
      .label=${label}
      .value=${value}
      .minimum=${minimum}
      .maximum=${maximum}
      .fault=${this.faults.get(field) ?? ''}
      @field-entered=${({ detail }: CustomEvent<string>) => {
        this.tell({ kind: 'number', field, text: detail });
      }}
    ></corr2d-number-field>`;
  }

  private renderChoice(label: string, chosen: string, names: ReadonlyMap<string, string>): TemplateResult {
    return html`<select
      aria-label=${label}
      .value=${live(chosen)}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement)
          this.tell({ kind: 'choice', value: event.target.value });
      }}
    >
      ${[...names].map(([name, text]) => html`<option value=${name} ?selected=${name === chosen}>${text}</option>`)}
    </select>`;
  }

  private renderButton(
    label: string,
    icon: TemplateResult,
    disabled: boolean,
    change: LayerChange,
  ): TemplateResult {
    return html`<button
      type="button"
      class="icon"
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${() => {
        this.tell(change);
      }}
    >
      ${icon}
    </button>`;
  }

  private tell(detail: LayerChange): void {
    this.dispatchEvent(new CustomEvent('layer-changed', { detail }));
  }
}

function namesOf<Name extends string>(
  names: readonly Name[],
  text: (name: Name) => string,
): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name, text(name)]));
}

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
const GRIP = icon('M9 5v.01M9 12v.01M9 19v.01M15 5v.01M15 12v.01M15 19v.01');
const UP = icon('M6 15l6-6 6 6');
const DOWN = icon('M6 9l6 6 6-6');
const CROSS = icon('M6 6l12 12M18 6L6 18');

export function shapeText([channels, rows, columns]: MapShape): string {
  const size = `${String(rows)} × ${String(columns)}`;
  return channels > 1 ? `${String(channels)} × ${size}` : size;
}
