/** In which plane the loss surface is cut: the extreme directions, or two weights. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { GridSize } from '../../state/document.ts';
import type { PlaneChoice } from '../../state/learning-plane.ts';
import { tellLook } from '../field/look-event.ts';
import { controlStyle } from '../style/controls.ts';
import { weightName } from './weight-name.ts';

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-plane-choice': PlaneChoiceElement;
  }
}

@customElement('corr2d-plane-choice')
export class PlaneChoiceElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      select {
        min-height: 2rem;
        font-size: var(--text-s);
      }
    `,
  ];

  /** Of the kernel. */
  @property({ attribute: false }) size: GridSize = { rows: 1, columns: 2 };
  /** Weights that learn, by index. */
  @property({ attribute: false }) free: readonly number[] = [0, 1];
  @property({ attribute: false }) plane: PlaneChoice = 'extremes';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const pair = this.plane === 'extremes' ? null : this.plane;
    return html`
      <select
        aria-label=${msg('Plane')}
        @change=${(event: Event) => {
          tellLook(this, {
            plane: valueOf(event) === 'pair' ? [this.free[0] ?? 0, this.free[1] ?? 1] : 'extremes',
          });
        }}
      >
        <option value="extremes" ?selected=${pair === null}>${msg('flattest and steepest')}</option>
        <option value="pair" ?selected=${pair !== null}>${msg('two weights')}</option>
      </select>
      ${
        pair
          ? html`${this.renderWeights(msg('Weight to the right'), pair, 0)}
            ${this.renderWeights(msg('Weight upwards'), pair, 1)}`
          : nothing
      }
    `;
  }

  private renderWeights(label: string, pair: readonly [number, number], axis: 0 | 1): TemplateResult {
    const other = pair[1 - axis] ?? 0;
    return html`<select
      aria-label=${label}
      @change=${(event: Event) => {
        const weight = Number(valueOf(event));
        tellLook(this, { plane: axis === 0 ? [weight, other] : [other, weight] });
      }}
    >
      ${this.free.map(
        (i) =>
          html`<option value=${i} ?selected=${pair[axis] === i} ?disabled=${other === i}>
            ${weightName(i, this.size)}
          </option>`,
      )}
    </select>`;
  }
}

function valueOf(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}
