/** Why a run converges, oscillates or explodes: the eigenvectors of the Hessian, and what a step does along each. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatFixed, formatNumber } from '../../math/format.ts';
import type { Factor } from '../../math/convergence.ts';
import { errorsAlong, type Analysis } from '../../state/learning-analysis.ts';
import type { TracePoint } from '../../state/learning-run.ts';
import { measuredFactors } from '../../state/measured-factors.ts';
import { controlStyle } from '../style/controls.ts';
import { unbroken } from '../wording/unbroken.ts';
import { renderTerms } from '../lesson/term-row.ts';
import { renderVector } from './direction-vector.ts';
import { tellChosen } from './setup-events.ts';

/** More rows than this are left out in the middle. */
const MOST_ROWS = 8;
/** Errors below this share of the largest weight are rounding. */
const ROUNDING = 1e-6;

@customElement('corr2d-directions-table')
export class DirectionsTableElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        font-size: var(--text-s);
      }

      .wide {
        overflow-x: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      th,
      td {
        padding: var(--space-1) 0 var(--space-1) var(--space-3);
        border-bottom: var(--line) solid var(--rule);
        text-align: right;
        font-weight: 400;
        white-space: nowrap;
      }

      th:first-child,
      td:first-child {
        padding-left: 0;
        text-align: left;
      }

      /* The second line of the heading begins in the middle of the table. */
      thead tr + tr th:first-child {
        padding-left: var(--space-3);
        text-align: right;
      }

      thead th {
        color: var(--ink-soft);
        vertical-align: bottom;
      }

      th[scope='colgroup'] {
        border-bottom: 0;
      }

      /* On a phone all columns are in sight. */
      @media (max-width: 26rem) {
        th,
        td,
        thead tr + tr th:first-child {
          padding-left: var(--space-1);
          white-space: normal;
        }
      }

      @media (max-width: 21rem) {
        thead {
          font-size: 0.6875rem;
        }
      }

      .vector {
        display: block;
        stroke: var(--rule);
        stroke-width: 0.06;
      }

      .plus {
        fill: var(--kernel);
      }

      .minus {
        fill: var(--gradient);
      }

      .vector circle {
        fill: var(--paper);
        stroke: none;
      }

      .first {
        margin: 0 0 var(--space-3);
      }

      .grows {
        color: var(--fault);
        font-weight: 700;
      }

      p {
        margin: var(--space-3) 0 0;
        text-wrap: pretty;
      }

      .soft,
      .terms {
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) analysis: Analysis | null = null;
  /** By direction; empty where the optimiser has none. */
  @property({ attribute: false }) predicted: readonly Factor[] = [];
  /** Whether there is weight decay. */
  @property({ type: Boolean }) decays = false;
  /** Whether the batch takes no more images. */
  @property({ type: Boolean }) full = false;
  @state() private all = false;
  /** As far as it is shown. */
  @property({ attribute: false }) trace: readonly TracePoint[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { analysis } = this;
    if (!analysis) return html``;
    const errors = errorsAlong(analysis, this.trace.at(-1)?.weights ?? []);
    const measured = measuredFactors(analysis, this.trace);
    return html`
      <p class="soft first">
        ${unbroken(
          msg(
            'The loss is a quadratic bowl over the kernels. Along each of its axes the error goes its own way: with plain gradient descent an epoch multiplies it by 1 − rate · λ, where λ is the curvature. Below 0 it changes sides, past −1 it grows.',
          ),
        )}
      </p>
      <div class="wide" tabindex="0" role="region" aria-label=${msg('Directions of the loss')}>
        <table>
          <thead>
            <tr>
              <th scope="col" rowspan="2">${msg('Direction')}</th>
              <th scope="col" rowspan="2">λ</th>
              <th scope="col" rowspan="2">${msg('Error')}</th>
              <th scope="colgroup" colspan="2">${msg('Factor an epoch')}</th>
            </tr>
            <tr>
              <th scope="col">${msg('predicted')}</th>
              <th scope="col">${msg('measured')}</th>
            </tr>
          </thead>
          <tbody>
            ${shownRows(analysis.directions.length, this.all).map((i) =>
              i === null
                ? html`<tr>
                    <td colspan="5">…</td>
                  </tr>`
                : this.renderRow(analysis, i, errors[i] ?? 0, measured[i] ?? null),
            )}
          </tbody>
        </table>
      </div>
      ${
        analysis.directions.length > MOST_ROWS + 1
          ? html`<button
              type="button"
              aria-expanded=${this.all ? 'true' : 'false'}
              @click=${() => {
                this.all = !this.all;
              }}
            >
              ${this.all ? msg('Show fewer directions') : msg(str`Show all ${analysis.directions.length} directions`)}
            </button>`
          : nothing
      }
      ${this.renderReading(analysis)}
    `;
  }

  private renderRow(
    { directions, size, goal }: Analysis,
    i: number,
    error: number,
    measured: number | null,
  ): TemplateResult {
    const direction = directions[i];
    const predicted = this.predicted[i];
    const grows = predicted !== undefined && Math.abs(predicted.value) > 1;
    return html`<tr>
      <td>${renderVector(direction?.vector ?? [], size)}</td>
      <td>${formatNumber(Number((direction?.curvature ?? 0).toPrecision(4)), 4)}</td>
      <td>
        ${
          goal === null && direction?.curvature === 0
            ? '–'
            : formatNumber(this.isRounding(error) ? 0 : Number(error.toPrecision(3)), 4)
        }
      </td>
      <td class=${grows ? 'grows' : ''}>${predicted ? factorText(predicted) : '–'}</td>
      <td>${measured === null ? '–' : formatFixed(measured, 3)}</td>
    </tr>`;
  }

  private isRounding(error: number): boolean {
    const largest = Math.max(1, ...(this.trace.at(-1)?.weights ?? []).map(Math.abs));
    return Math.abs(error) < ROUNDING * largest;
  }

  private renderReading({ directions, flat, leastLoss }: Analysis): TemplateResult {
    const smallest = directions[flat]?.curvature ?? 0;
    const condition = smallest > 0 ? (directions.at(-1)?.curvature ?? 0) / smallest : null;
    return html`
      ${
        condition === null
          ? nothing
          : html`<p class="soft">
              ${msg(
                str`Condition number ${formatNumber(Number(condition.toPrecision(4)), 4)}: how much steeper the steepest direction is than the flattest. The larger it is, the slower the best rate.`,
              )}
              ${flat > 0 ? msg('Directions that are not decided do not count.') : nothing}
            </p>`
      }
      ${
        leastLoss > 1e-9
          ? html`<p class="soft">
              ${msg(str`No kernel of this size does better than the loss ${formatNumber(Number(leastLoss.toPrecision(4)), 6)}.`)}
            </p>`
          : nothing
      }
      ${flat > 0 ? this.renderFlat(flat, directions.length) : nothing}
      ${renderTerms(['curvature', 'condition'])}
    `;
  }

  private renderFlat(count: number, all: number): TemplateResult {
    const ends = this.decays
      ? msg('Weight decay draws the kernel to zero along them.')
      : msg('So the loss can reach its least with many kernels, and the start decides with which.');
    return html`<p>
        ${msg(
          str`The image does not decide ${count} of the ${all} directions (λ = 0): going along them changes no response.`,
        )}
        ${ends}
        ${msg(
          'A picture would help in which the weights see different things: a single cell apart from its neighbours, away from the border.',
        )}
      </p>
      <button
        type="button"
        ?disabled=${this.full}
        @click=${() => {
          tellChosen(this, { of: 'add-to-batch', made: 'helpful' });
        }}
      >
        ${msg('Add such a picture to the batch')}
      </button>`;
  }
}

/** The first and the last, with a gap for the others where that saves a line. */
function shownRows(count: number, isAll: boolean): readonly (number | null)[] {
  const all = Array.from({ length: count }, (_, i) => i);
  if (isAll || count <= MOST_ROWS + 1) return all;
  return [...all.slice(0, MOST_ROWS / 2), null, ...all.slice(-MOST_ROWS / 2)];
}

function factorText({ value, swings }: Factor): string {
  const text = formatFixed(value, 3);
  return swings ? msg(str`${text}, swinging`) : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-directions-table': DirectionsTableElement;
  }
}
