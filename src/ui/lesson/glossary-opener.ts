/** Fetches the glossary when a term is first asked for, puts it into its host, and opens it at the term. */
import { html, type LitElement, type ReactiveController, type TemplateResult, type nothing } from 'lit';
import { OnDemand } from '../loading/on-demand.ts';
import { currentLocale } from '../shell/locale.ts';
import type {} from './glossary-sheet.ts';
import type { TermName } from './terms.ts';

export class GlossaryOpener implements ReactiveController {
  /** Empty for the beginning of the glossary. */
  private term: TermName | '' = '';
  private isAsked = false;
  private readonly script: OnDemand;

  constructor(private readonly host: LitElement) {
    host.addController(this);
    this.script = new OnDemand(host, () => import('./glossary-sheet.ts'));
  }

  open(term: TermName | ''): void {
    this.term = term;
    this.isAsked = true;
    this.script.want();
    this.host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    return this.script.show(
      () =>
        html`<corr2d-glossary-sheet
          .term=${this.term}
          ?chinese=${currentLocale() === 'zh-CN'}
        ></corr2d-glossary-sheet>`,
    );
  }

  hostUpdated(): void {
    const sheet = this.host.renderRoot.querySelector('corr2d-glossary-sheet');
    if (!this.isAsked || !sheet) return;
    this.isAsked = false;
    void sheet.open();
  }
}
