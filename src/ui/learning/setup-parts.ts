/** The whole set-up: what a first reader needs in sight, the rest in parts that open. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { disclosureStyle } from './disclosure-style.ts';
import './learning-setup.ts';
import type { ShownLimits } from './learning-setup.ts';
import './optimizer-setup.ts';
import './problem-setup.ts';
import { SetupPartElement, setupPartStyle } from './setup-part.ts';

@customElement('corr2d-setup-parts')
export class SetupPartsElement extends SetupPartElement {
  static override styles = [...setupPartStyle, disclosureStyle];

  @property({ attribute: false }) limits: ShownLimits | null = null;

  override render(): TemplateResult {
    const { learning, limits, faults } = this;
    return html`
      <corr2d-learning-setup
        .learning=${learning}
        .limits=${limits}
        .faults=${faults}
      ></corr2d-learning-setup>
      <div>
        <details>
          <summary>${msg('Optimiser, loss and when to stop')}</summary>
          <corr2d-optimizer-setup .learning=${learning} .faults=${faults}></corr2d-optimizer-setup>
        </details>
        <details>
          <summary>${msg('What is learned: target, sizes, bias, images')}</summary>
          <corr2d-problem-setup .learning=${learning} .faults=${faults}></corr2d-problem-setup>
        </details>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-setup-parts': SetupPartsElement;
  }
}
