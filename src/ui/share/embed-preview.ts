/** The figure as it will stand in somebody's page, made smaller to fit; it tells how high it is there. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { HeightMessage } from '../embed/height-report.ts';

declare global {
  interface HTMLElementEventMap {
    /** In CSS pixels, in a column of the usual width. */
    'height-measured': CustomEvent<number>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-embed-preview': EmbedPreviewElement;
  }
}

/** A column of text is about this wide. */
const COLUMN_WIDTH = 704;

@customElement('corr2d-embed-preview')
export class EmbedPreviewElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow: hidden;
    }

    iframe {
      display: block;
      width: 704px;
      border: 0;
      transform-origin: 0 0;
    }
  `;

  /** Of the page that shows the figure alone. */
  @property() address = '';
  /** Until it is measured. */
  @property({ type: Number }) height = 480;
  @state() private scale = 1;
  @query('iframe') private readonly frame!: HTMLIFrameElement;
  private readonly observer = new ResizeObserver(() => {
    this.scale = Math.min(1, this.clientWidth / COLUMN_WIDTH);
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
    addEventListener('message', this.onMessage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    removeEventListener('message', this.onMessage);
  }

  override firstUpdated(): void {
    this.frame.src = this.address;
  }

  override updated(changed: PropertyValues<this>): void {
    // Set as its source, every choice would be a step of the page's back button.
    if (changed.get('address')) this.frame.contentWindow?.location.replace(this.address);
  }

  override render(): TemplateResult {
    const { scale, height } = this;
    return html`<div style=${styleMap({ height: `${String(Math.ceil(height * scale))}px` })}>
      <iframe
        title=${msg('Preview')}
        height=${height}
        style=${styleMap({ transform: scale < 1 ? `scale(${String(scale)})` : '' })}
      ></iframe>
    </div>`;
  }

  private readonly onMessage = ({ data, source }: MessageEvent<unknown>): void => {
    if (source !== this.frame.contentWindow || !isHeight(data)) return;
    this.dispatchEvent(
      new CustomEvent('height-measured', { detail: data.height, bubbles: true, composed: true }),
    );
  };
}

function isHeight(data: unknown): data is HeightMessage {
  const { type, height } = (data ?? {}) as Partial<HeightMessage>;
  return type === 'corr2d:height' && Number.isFinite(height);
}
