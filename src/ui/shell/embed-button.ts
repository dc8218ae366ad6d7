/** Opens the HTML that puts what is on the page into somebody's page; it loads when it is first opened. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SceneName } from '../../state/address.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { controlStyle } from '../style/controls.ts';

@customElement('corr2d-embed-button')
export class EmbedButtonElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      .opener {
        border-color: transparent;
        background: transparent;
      }

      dialog {
        width: min(44rem, calc(100vw - 2rem));
        padding: var(--space-5);
        border: 1px solid var(--rule);
        border-radius: calc(var(--radius) * 1.5);
        background: var(--surface);
        color: var(--ink);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }

      h2 {
        margin: 0 0 var(--space-4);
        font: 600 var(--text-l) / 1.3 var(--sans);
      }

      .close {
        margin-top: var(--space-4);
      }
    `,
  ];

  @property() scene: SceneName = 'correlation';
  @property({ attribute: false }) makeLink: () => Promise<string> = () => Promise.resolve(location.href);
  @state() private link = '';
  private readonly code = new OnDemand(this, () => import('../share/embed-code.ts'));
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const label = msg('Put it into your page');
    return html`<button
        type="button"
        class="icon opener"
        aria-label=${label}
        title=${label}
        @click=${this.onOpen}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14" /></svg>
      </button>
      <dialog aria-labelledby="title">
        <h2 id="title">${label}</h2>
        ${this.code.show(
          () => html`<corr2d-embed-code .link=${this.link} .scene=${this.scene}></corr2d-embed-code>`,
        )}
        <button type="button" class="close" @click=${this.onClose}>${msg('Close')}</button>
      </dialog>`;
  }

  private async onOpen(): Promise<void> {
    this.dialog.showModal();
    this.code.want();
    this.link = await this.makeLink();
  }

  private onClose(): void {
    this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-embed-button': EmbedButtonElement;
  }
}
