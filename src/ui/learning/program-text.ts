/** The run's PyTorch program, to open, read and copy. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';
import { disclosureStyle } from './disclosure-style.ts';

@customElement('corr2d-program-text')
export class ProgramTextElement extends LitElement {
  static override styles = [
    controlStyle,
    disclosureStyle,
    css`
      :host {
        display: block;
      }

      pre {
        max-height: 22rem;
        margin: 0 0 var(--space-3);
        padding: var(--space-3);
        overflow: auto;
        border-radius: var(--radius);
        background: var(--sunken);
        font: var(--text-s) / 1.6 var(--mono);
      }
    `,
  ];

  @property() text = '';
  @state() private outcome: 'copied' | 'refused' | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.outcome = null;
  }

  override render(): TemplateResult {
    return html`<details>
      <summary>${msg('The same in PyTorch')}</summary>
      <pre tabindex="0" aria-label=${msg('PyTorch program')}>${this.text}</pre>
      <button type="button" @click=${() => void this.copy()}>${msg('Copy')}</button>
      <span role="status">${this.outcomeText()}</span>
    </details>`;
  }

  private outcomeText(): string {
    if (this.outcome === null) return '';
    return this.outcome === 'copied'
      ? msg('Copied')
      : msg('The browser did not allow copying: select the text and copy it by hand.');
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = 'copied';
    } catch {
      this.outcome = 'refused';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-program-text': ProgramTextElement;
  }
}
