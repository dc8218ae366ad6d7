/** The numbers of a run as a table, and as a CSV file. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';
import type { GridSize } from '../../state/document.ts';
import type { TracePoint } from '../../state/learning-run.ts';
import { controlStyle } from '../style/controls.ts';
import { runCsv, runRows } from './run-rows.ts';
import { weightName } from './weight-name.ts';

/** Rows shown at most; the file has them all. */
const MOST_ROWS = 200;

@customElement('corr2d-run-table')
export class RunTableElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        font-size: var(--text-s);
      }

      .wide {
        max-height: 18rem;
        margin-bottom: var(--space-3);
        overflow: auto;
      }

      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      th,
      td {
        padding: 2px var(--space-3);
        border-bottom: var(--line) solid var(--rule);
        text-align: right;
        font-weight: 400;
        white-space: nowrap;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--surface);
        color: var(--ink-soft);
      }

      p {
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) losses: readonly number[] = [];
  @property({ attribute: false }) trace: readonly TracePoint[] = [];
  /** Of the kernel. */
  @property({ attribute: false }) size: GridSize = { rows: 1, columns: 1 };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const rows = runRows(this.losses, this.trace, Math.max(0, this.losses.length - MOST_ROWS));
    if (this.losses.length === 0) return html`<p>${msg('Nothing yet: run, or take a step.')}</p>`;
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${msg('Numbers of the run')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('epoch')}</th>
              <th scope="col">${msg('loss')}</th>
              ${this.weightNames().map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ epoch, loss, weights }) =>
                html`<tr>
                  <th scope="row">${epoch}</th>
                  <td>${formatNumber(loss, 6)}</td>
                  ${weights.map((weight) => html`<td>${weight === null ? '–' : formatNumber(weight, 6)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        this.losses.length > MOST_ROWS
          ? html`<p>${msg(str`The last ${MOST_ROWS} epochs; the file has all of them.`)}</p>`
          : nothing
      }
      <button type="button" @click=${this.save}>${msg('Save as CSV')}</button>
    `;
  }

  private weightNames(): readonly string[] {
    const weights = this.trace[0]?.weights ?? [];
    return weights.map((_, i) => weightName(i, this.size));
  }

  private save(): void {
    const text = runCsv(this.losses, this.trace, this.weightNames());
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = 'learning-run.csv';
    link.click();
    // Some browsers read the file only after the click has returned.
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 60_000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-run-table': RunTableElement;
  }
}
