/** The figures of a run: a row for each work, a column for each way to compute it. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatPercent } from '../../bench/outcome-text.ts';
import type { BenchResult, ContenderInfo, Row } from '../../bench/result.ts';
import { shareOf } from '../../bench/summary.ts';
import type { Workload } from '../../bench/workload.ts';
import { contenderText, operationText, outcomeWords, workloadText } from '../wording/bench-text.ts';

@customElement('corr2d-bench-table')
export class BenchTableElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    .scroll {
      overflow-x: auto;
    }

    .scroll:focus-visible {
      outline: var(--ring) solid var(--focus);
      outline-offset: 2px;
    }

    table {
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }

    th,
    td {
      padding: var(--space-1) var(--space-3);
      border-bottom: var(--line) solid var(--rule);
      text-align: right;
      vertical-align: baseline;
      white-space: nowrap;
    }

    th:first-child {
      padding-left: 0;
      text-align: left;
      font-weight: 400;
    }

    thead th {
      font-weight: 600;
    }

    th[scope='row'] {
      min-width: 9rem;
      white-space: normal;
    }

    tbody th[scope='rowgroup'] {
      padding-top: var(--space-4);
      font-weight: 600;
    }

    small {
      display: block;
      font-weight: 400;
      color: var(--ink-soft);
    }

    .fastest {
      font-weight: 600;
      background: var(--target-tint);
    }
  `;

  @property({ attribute: false }) contenders: readonly ContenderInfo[] = [];
  @property({ attribute: false }) workloads: readonly Workload[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** Once they are known, a time is shown with its share of them. */
  @property({ attribute: false }) limits: BenchResult['limits'] | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const measured = this.workloads.filter(({ id }) => this.rows.some(({ workload }) => workload === id));
    const operations = [...new Set(measured.map(({ operation }) => operation))];
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${msg('Figures')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Work')}</th>
            ${this.contenders.map((contender) => html`<th scope="col">${contenderText(contender)}</th>`)}
          </tr>
        </thead>
        ${operations.map(
          (operation) =>
            html`<tbody>
              <tr>
                <th scope="rowgroup" colspan=${this.contenders.length + 1}>${operationText(operation)}</th>
              </tr>
              ${measured.filter((workload) => workload.operation === operation).map(this.renderRow)}
            </tbody>`,
        )}
      </table>
    </div>`;
  }

  private readonly renderRow = (workload: Workload): TemplateResult => {
    const rows = this.rows.filter((row) => row.workload === workload.id);
    const times = rows.flatMap(({ outcome }) =>
      outcome.status === 'timed' ? [outcome.endToEnd.median] : [],
    );
    const least = Math.min(...times);
    return html`<tr>
      <th scope="row">${workloadText(workload)}</th>
      ${this.contenders.map((contender) => {
        const row = rows.find((each) => each.contender === contender.name);
        return row === undefined ? html`<td></td>` : this.renderCell(workload, contender, row, least);
      })}
    </tr>`;
  };

  private renderCell(
    workload: Workload,
    contender: ContenderInfo,
    { outcome }: Row,
    least: number,
  ): TemplateResult {
    const isFastest = outcome.status === 'timed' && outcome.endToEnd.median === least;
    const share =
      this.limits === null ? null : shareOf({ limits: this.limits }, workload, contender, outcome);
    return html`<td class=${isFastest ? 'fastest' : ''}>
      ${outcomeWords(outcome)}${
        isFastest ? html`<span aria-label=${msg('fastest')} role="img"> ✓</span>` : nothing
      }
      ${share === null ? nothing : html`<small>${msg(str`${formatPercent(share)} of the limit`)}</small>`}
    </td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-bench-table': BenchTableElement;
  }
}
