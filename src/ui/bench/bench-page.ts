/** The bench in anybody's browser: our engines, the plain loops and the limits of the machine, at the press of a button. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { listLimits } from '../../bench/limits/limits-table.ts';
import { LARGEST_SIDES, makePageRequest, type LargestSide } from '../../bench/page-run.ts';
import type { BenchResult, ContenderInfo, Row } from '../../bench/result.ts';
import { runBench, type Progress } from '../../bench/run.ts';
import { makeSummary } from '../../bench/summary.ts';
import type { Workload } from '../../bench/workload.ts';
import { parseAddress } from '../../state/address.ts';
import {
  asLocale,
  currentLocale,
  preferredLocale,
  restOfTexts,
  switchLocale,
  type Locale,
} from '../shell/locale.ts';
import { asTheme, showTheme, storedLocale, storedTheme, storeLocale } from '../shell/preferences.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { limitText, operationText, workloadText } from '../wording/bench-text.ts';
import { benchPageStyle } from './bench-page-style.ts';
import './bench-table.ts';
import '../field/copy-button.ts';

@customElement('corr2d-bench-page')
export class BenchPageElement extends LitElement {
  static override styles = [controlStyle, sceneStyle, benchPageStyle];

  @state() private isOpen = false;
  @state() private largest: LargestSide = 1024;
  @state() private running: AbortController | null = null;
  /** What is being measured; null before the first work and after the last. */
  @state() private current: Extract<Progress, { kind: 'workload' }> | null = null;
  @state() private contenders: readonly ContenderInfo[] = [];
  @state() private workloads: readonly Workload[] = [];
  @state() private rows: readonly Row[] = [];
  @state() private result: BenchResult | null = null;
  @state() private fault: string | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const flags = parseAddress(location.hash);
    showTheme(asTheme(flags.get('theme')) ?? storedTheme() ?? 'auto');
    const locale = asLocale(flags.get('lang')) ?? storedLocale() ?? preferredLocale(navigator.languages);
    void this.setLocale(locale);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.abort();
  }

  override render(): TemplateResult {
    if (!this.isOpen) return html``;
    return html`<main>
      <header class="bar">
        <a href="./index.html">${msg('Back to the playground')}</a>
        ${this.renderLanguage()}
      </header>
      <h1>${msg('How fast is it here?')}</h1>
      <p class="lead">
        ${msg(
          'This measures the engine of the playground on your machine: on the CPU, by WebGPU where there is one, and beside both the loops that one would write first. Each result is checked before it is timed, and each time is held against what this machine can do at most. Nothing leaves the browser.',
        )}
      </p>
      ${this.renderControls()} ${this.renderProgress()}
      ${this.fault === null ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      ${
        this.rows.length === 0
          ? nothing
          : html`<corr2d-bench-table
              .contenders=${this.contenders}
              .workloads=${this.workloads}
              .rows=${this.rows}
              .limits=${this.result?.limits ?? null}
            ></corr2d-bench-table>`
      }
      ${this.result === null ? nothing : this.renderResult(this.result)}
    </main>`;
  }

  private renderLanguage(): TemplateResult {
    const other: Locale = currentLocale() === 'en' ? 'zh-CN' : 'en';
    return html`<button type="button" lang=${other} @click=${() => void this.chooseLocale(other)}>
      ${other === 'en' ? 'English' : '中文'}
    </button>`;
  }

  private renderControls(): TemplateResult {
    return html`<div class="bar">
      <label>
        ${msg('Largest image')}
        <select ?disabled=${this.running !== null} @change=${this.onLargestChosen}>
          ${LARGEST_SIDES.map(
            (side) =>
              html`<option value=${side} ?selected=${side === this.largest}>
                ${side === 8 ? '6 × 8' : `${String(side)} × ${String(side)}`}
              </option>`,
          )}
        </select>
      </label>
      ${
        this.running === null
          ? html`<button type="button" class="primary" @click=${this.onRun}>${msg('Measure')}</button>`
          : html`<button type="button" @click=${this.onStop}>${msg('Stop')}</button>`
      }
    </div>`;
  }

  private renderProgress(): TemplateResult | typeof nothing {
    if (this.running === null) return nothing;
    const { current } = this;
    if (current === null) return html`<p role="status">${msg('Measuring the limits of this machine…')}</p>`;
    const workload = this.workloads.find(({ id }) => id === current.id);
    const what = workload ? `${operationText(workload.operation)}: ${workloadText(workload)}` : '';
    return html`<p role="status">${what}</p>
      <progress
        max=${current.of}
        value=${current.index}
        aria-label=${msg(str`${current.index} of ${current.of} measured`)}
      ></progress>`;
  }

  private renderResult(result: BenchResult): TemplateResult {
    const { machine, limits } = result;
    return html`<div class="bar copies">
        <corr2d-copy-button
          label=${msg('Copy as Markdown')}
          .makeText=${() => makeSummary(result)}
        ></corr2d-copy-button>
        <corr2d-copy-button
          label=${msg('Copy as JSON')}
          .makeText=${() => JSON.stringify(result, null, 1)}
        ></corr2d-copy-button>
      </div>
      <h2>${msg('This machine')}</h2>
      <dl>
        <dt>${msg('Browser')}</dt>
        <dd>${machine.userAgent}</dd>
        <dt>${msg('Logical cores')}</dt>
        <dd>${machine.logicalCores}</dd>
        <dt>${msg('WebGPU adapter')}</dt>
        <dd>${machine.adapter ?? msg('none')}</dd>
        ${listLimits(limits).map(
          ({ key, value }) =>
            html`<dt>${limitText(key)}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`;
  }

  private readonly onRun = (): void => {
    void this.run();
  };

  private async run(): Promise<void> {
    const running = new AbortController();
    const request = makePageRequest(this.largest);
    this.running = running;
    this.workloads = request.workloads;
    this.contenders = [];
    this.rows = [];
    this.current = null;
    this.result = null;
    this.fault = null;
    try {
      this.result = await runBench({ ...request, tell: this.hear, signal: running.signal });
    } catch (error) {
      if (!running.signal.aborted) this.fault = msg(str`The run failed: ${String(error)}`);
    } finally {
      this.running = null;
    }
  }

  /** Waits for a frame, so that the reader sees how far it is while the page computes. */
  private readonly hear = async (progress: Progress): Promise<void> => {
    if (progress.kind === 'contender' && progress.info.opened)
      this.contenders = [...this.contenders, progress.info];
    if (progress.kind === 'limits') this.current = null;
    if (progress.kind === 'workload') this.current = progress;
    if (progress.kind === 'row') this.rows = [...this.rows, progress.row];
    if (progress.kind === 'row') return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  };

  private readonly onStop = (): void => {
    this.running?.abort();
  };

  private onLargestChosen({ target }: Event): void {
    const side = Number((target as HTMLSelectElement).value);
    this.largest = LARGEST_SIDES.find((each) => each === side) ?? this.largest;
  }

  private async chooseLocale(locale: Locale): Promise<void> {
    storeLocale(locale);
    await this.setLocale(locale);
  }

  private async setLocale(locale: Locale): Promise<void> {
    await switchLocale(locale)
      .then(restOfTexts)
      .catch(() => switchLocale('en'));
    this.isOpen = true;
    document.title = `${msg('How fast is it here?')} · ${msg('corr2d playground')}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-bench-page': BenchPageElement;
  }
}
