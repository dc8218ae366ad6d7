/** A link as a QR code, for a telephone's camera; a link that is too long for one says so. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LONGEST_QR_TEXT, makeQrModules, modulesPath } from './qr-modules.ts';

/** Modules around a code that the standard wants to be light. */
const QUIET_ZONE = 4;

@customElement('corr2d-qr-code')
export class QrCodeElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    /* Dark on light in every theme, as cameras expect it. */
    svg {
      display: block;
      width: 100%;
      height: auto;
      border-radius: var(--radius);
      background: #fff;
      fill: #000;
    }

    p {
      margin: 0;
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
  `;

  @property() text = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const rows = makeQrModules(this.text);
    if (!rows)
      return html`<p>
        ${msg(str`This link has ${this.text.length} characters: too many for a QR code that a camera could read (${LONGEST_QR_TEXT} at most). Copy it, or save a file under “My documents”.`)}
      </p>`;
    const side = rows.length + 2 * QUIET_ZONE;
    const box = `${String(-QUIET_ZONE)} ${String(-QUIET_ZONE)} ${String(side)} ${String(side)}`;
    return html`<svg
      viewBox=${box}
      role="img"
      aria-label=${msg('QR code of the link')}
      shape-rendering="crispEdges"
    >
      <path d=${modulesPath(rows)} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-qr-code': QrCodeElement;
  }
}
