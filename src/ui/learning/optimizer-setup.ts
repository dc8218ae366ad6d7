/** The optimiser and its numbers, and how errors become one loss. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LearningOptimizer } from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import { renderTerms } from '../lesson/term-row.ts';
import { tellChosen } from './setup-events.ts';
import { chosenValue, SetupPartElement, setupPartStyle } from './setup-part.ts';

const SGD_TERMS = ['momentum', 'dampening', 'nesterov', 'weight-decay'] as const;
const ADAM_TERMS = ['adam', 'weight-decay'] as const;

type Sgd = Extract<LearningOptimizer, { kind: 'sgd' }>;
type Adam = Extract<LearningOptimizer, { kind: 'adam' }>;

@customElement('corr2d-optimizer-setup')
export class OptimizerSetupElement extends SetupPartElement {
  static override styles = setupPartStyle;

  override render(): TemplateResult {
    const { learning } = this;
    if (!learning) return html``;
    const { optimizer, loss } = learning;
    return html`
      <div class="fields">
        <div>
          <label class="label" for="kind">${msg('Optimiser')}</label>
          <select id="kind" @change=${this.onKind}>
            <option value="sgd" ?selected=${optimizer.kind === 'sgd'}>SGD</option>
            <option value="adam" ?selected=${optimizer.kind === 'adam'}>Adam</option>
          </select>
        </div>
        <div>
          <label class="label" for="loss">${msg('Loss')}</label>
          <select id="loss" @change=${this.onLoss}>
            <option value="sum" ?selected=${loss === 'sum'}>${msg('sum of squared errors')}</option>
            <option value="mean" ?selected=${loss === 'mean'}>${msg('mean of squared errors')}</option>
          </select>
        </div>
      </div>
      ${
        loss === 'mean'
          ? html`<p class="hint">
              ${msg(
                'The mean divides loss, gradient and curvature by the number of response elements, so the largest stable rate hardly depends on the size of the image: on random half-white ones it is near 4/(n + 1) for n weights, 1.3 for two and 0.4 for nine. With the sum it shrinks as the image grows.',
              )}
            </p>`
          : nothing
      }
      ${optimizer.kind === 'sgd' ? this.renderSgd(optimizer) : this.renderAdam(optimizer)}
      <div class="fields">
        ${this.field('stop-loss', msg('Stop at a loss of'), learning.stop.loss, LIMITS.threshold, 0.01)}
        ${this.field('stop-gradient', msg('Stop at a gradient of'), learning.stop.gradient, LIMITS.threshold, 0.01)}
      </div>
      <p class="hint">${msg('0 never stops.')}</p>
      ${renderTerms(optimizer.kind === 'sgd' ? SGD_TERMS : ADAM_TERMS)}
    `;
  }

  private renderSgd(optimizer: Sgd): TemplateResult {
    return html`<div class="fields">
        ${this.field('momentum', msg('Momentum'), optimizer.momentum, LIMITS.momentum, 0.1)}
        ${this.field('dampening', msg('Dampening'), optimizer.dampening, LIMITS.dampening, 0.1)}
        ${this.field('weight-decay', msg('Weight decay'), optimizer.weightDecay, LIMITS.weightDecay, 0.01)}
      </div>
      <label class="tick">
        <input type="checkbox" .checked=${optimizer.nesterov} @change=${this.onNesterov} />
        ${msg('Nesterov')}
      </label>`;
  }

  private renderAdam(optimizer: Adam): TemplateResult {
    return html`<div class="fields">
      ${this.field('beta1', 'β₁', optimizer.beta1, LIMITS.beta, 0.05)}
      ${this.field('beta2', 'β₂', optimizer.beta2, LIMITS.beta, 0.001)}
      ${this.field('epsilon', 'ε', optimizer.epsilon, LIMITS.epsilon, 1e-8)}
      ${this.field('weight-decay', msg('Weight decay'), optimizer.weightDecay, LIMITS.weightDecay, 0.01)}
    </div>`;
  }

  private onKind(event: Event): void {
    const kind = chosenValue(event);
    if (kind === 'sgd' || kind === 'adam') tellChosen(this, { of: 'optimizer', kind });
  }

  private onLoss(event: Event): void {
    const loss = chosenValue(event);
    if (loss === 'sum' || loss === 'mean') tellChosen(this, { of: 'loss', loss });
  }

  private onNesterov(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    tellChosen(this, { of: 'nesterov', on: event.target.checked });
    // The document decides: a refused choice must not stay ticked.
    event.target.checked = this.learning?.optimizer.kind === 'sgd' && this.learning.optimizer.nesterov;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-optimizer-setup': OptimizerSetupElement;
  }
}
