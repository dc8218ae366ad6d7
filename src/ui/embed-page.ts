/** The page as an `<iframe>` shows it: one figure, chosen by the address, and nothing of the visitor's own. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { parseAddress, type Address, type SceneName } from '../state/address.ts';
import { HeightReport } from './embed/height-report.ts';
import './figure.ts';
import { asEngineChoice } from './shell/engine-choice.ts';
import { currentLocale } from './shell/locale.ts';
import { asTheme, showTheme } from './shell/preferences.ts';
import { sceneTitle } from './wording/scene-text.ts';

@customElement('corr2d-embed-page')
export class EmbedPageElement extends LitElement {
  @state() private address: Address = parseAddress(location.hash);
  @query('main') private readonly main!: HTMLElement;
  private report: HeightReport | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.dataset.embedded = '';
    addEventListener('hashchange', this.onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.onHash);
    this.report?.stop();
  }

  override willUpdate(): void {
    showTheme(asTheme(this.address.get('theme')) ?? 'auto');
  }

  override render(): TemplateResult {
    const { address } = this;
    return html`<main>
      <corr2d-figure
        loading="eager"
        src=${location.hash}
        lang=${address.get('lang') ?? ''}
        theme=${asTheme(address.get('theme')) ?? 'auto'}
        controls=${address.get('embed') ?? ''}
        engine=${asEngineChoice(address.get('engine'))}
        playground=${location.href.replace(/#.*$/s, '')}
        @figure-shown=${this.onShown}
      ></corr2d-figure>
    </main>`;
  }

  private onShown({ detail }: CustomEvent<SceneName>): void {
    document.title = `${sceneTitle(detail)} · ${msg('corr2d playground')}`;
    document.documentElement.lang = currentLocale();
    if (this.report) return;
    this.report = new HeightReport(this.main);
    this.report.start();
  }

  private readonly onHash = (): void => {
    const address = parseAddress(location.hash);
    // Without the flag another page is on its way (main.ts).
    if (address.has('embed')) this.address = address;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-embed-page': EmbedPageElement;
  }
}
