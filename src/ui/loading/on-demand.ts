/** A part of the page whose script is fetched when it is first wanted, so that the first load stays small. */
import { msg } from '@lit/localize';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { restOfTexts } from '../shell/locale.ts';

export class OnDemand {
  private state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';

  /** `load` rejects when the script cannot be fetched. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<unknown>,
  ) {}

  get isReady(): boolean {
    return this.state === 'ready';
  }

  /** Begins to fetch it, once; after a failure, once more. */
  want(): void {
    if (this.state === 'idle' || this.state === 'failed') void this.fetch();
  }

  /** The part, or why it is not there; nothing until the script has run. */
  show(render: () => TemplateResult): TemplateResult | typeof nothing {
    if (this.state === 'ready') return render();
    if (this.state !== 'failed') return nothing;
    return html`<p role="alert">
      ${msg('This part could not be loaded. Check the connection and reload the page; your work is kept.')}
    </p>`;
  }

  private async fetch(): Promise<void> {
    this.state = 'loading';
    try {
      await restOfTexts();
      await this.load();
      this.state = 'ready';
    } catch {
      this.state = 'failed';
    }
    this.host.requestUpdate();
  }
}
