/**
 * A live line chart (uPlot on a canvas). Its axis is zoomed by dragging across it, by two fingers, by keys and by buttons;
 * double-click or 0 shows all of it again. What it shows stands beside it as text, so the canvas itself is silent.
 */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, render, unsafeCSS, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotStyle from 'uplot/dist/uPlot.min.css?inline';
import { controlStyle } from '../style/controls.ts';
import { sampled } from './chart-sample.ts';
import { chartStyle } from './chart-style.ts';
import { isHollow, markedPoints, markPaths, renderMark } from './line-marks.ts';
import { pinched, zoomed, ZOOM_KEYS, type Span, type ZoomCommand } from './chart-zoom.ts';

export interface ChartLine {
  readonly label: string;
  /** A design token such as `--kernel-ink`. */
  readonly color: string;
  /** A number of its own among the lines. */
  readonly mark: number;
  readonly dashed?: boolean;
  readonly values: readonly (number | null)[];
}

const HEIGHT_PX = 220;
/** A shorter drag is a click. */
const LEAST_DRAG_PX = 8;

@customElement('corr2d-line-chart')
export class LineChartElement extends LitElement {
  static override styles = [controlStyle, unsafeCSS(uPlotStyle), chartStyle];

  @property({ attribute: false }) xs: readonly number[] = [];
  @property({ attribute: false }) lines: readonly ChartLine[] = [];
  @property() xLabel = '';
  /** The last x of the axis, so that a run grows towards its end. */
  @property({ type: Number }) end = 10;
  @property({ type: Boolean }) logarithmic = false;
  /** Only to redraw when it changes: a canvas does not follow custom properties. */
  @property() theme = '';

  @query('#plot') private readonly place!: HTMLElement;
  private plot: uPlot | null = null;
  private drawn = '';
  /** The part of the axis that is shown; null for all of it. */
  @state() private zoom: Span | null = null;
  /** Where fingers are on the plot, in its pixels, and which epochs they hold. */
  private readonly fingers = new Map<number, { x: number; readonly held: number }>();
  private readonly observer = new ResizeObserver(() => {
    this.plot?.setSize({ width: this.place.clientWidth, height: HEIGHT_PX });
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.plot?.destroy();
    this.plot = null;
    this.drawn = '';
  }

  override render(): TemplateResult {
    return html`<div
        class="area"
        tabindex="0"
        role="group"
        aria-label=${msg('Chart: plus and minus zoom, arrows move, 0 shows all')}
        @keydown=${this.onKey}
        @pointerdown=${this.onFinger}
        @pointermove=${this.onPinch}
        @pointerup=${this.onFingerGone}
        @pointercancel=${this.onFingerGone}
      >
        <div id="plot" aria-hidden="true"></div>
      </div>
      <div class="zoom" role="group" aria-label=${msg('Part of the run that is shown')}>
        ${this.button('back', '←', msg('Earlier'), this.zoom === null)}
        ${this.button('in', '+', msg('Zoom in'))}
        ${this.button('out', '−', msg('Zoom out'), this.zoom === null)}
        ${this.button('forth', '→', msg('Later'), this.zoom === null)}
        ${this.button('all', msg('all'), msg('Show all of it'), this.zoom === null)}
      </div>`;
  }

  private button(command: ZoomCommand, text: string, label: string, disabled = false): TemplateResult {
    return html`<button
      type="button"
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${() => {
        this.show(zoomed(this.zoom, this.end, command));
      }}
    >
      ${text}
    </button>`;
  }

  override updated(): void {
    if (!this.isConnected) return;
    const shape = JSON.stringify([
      this.lines.map(({ label, color, mark, dashed }) => [label, color, mark, dashed]),
      this.xLabel,
      this.end,
      this.logarithmic,
      this.theme,
    ]);
    const data = this.data();
    if (this.plot && shape === this.drawn) {
      this.plot.setData(data);
      return;
    }
    this.plot?.destroy();
    this.zoom = null;
    this.observer.observe(this.place);
    this.plot = new uPlot(this.options(), data, this.place);
    this.fillLegend(this.plot);
    this.drawn = shape;
  }

  /** A dashed line is the goal of the line before it, and shares its colour: it is left out. */
  private fillLegend(plot: uPlot): void {
    const entries = plot.root.querySelectorAll<HTMLElement>('.u-series');
    this.lines.forEach(({ color, mark, dashed }, index) => {
      const entry = entries[index + 1];
      if (entry) entry.hidden = dashed === true;
      const place = entry?.querySelector<HTMLElement>('.u-marker');
      if (place) render(renderMark(mark, this.resolve(color)), place);
    });
  }

  private data(): uPlot.AlignedData {
    const drawable = (value: number | null | undefined): number | null =>
      typeof value === 'number' && Number.isFinite(value) && (!this.logarithmic || value > 0) ? value : null;
    const shown = sampled(this.xs, this.lines[0]?.values ?? [], this.zoom ?? [0, this.end]);
    return [
      shown.map((index) => this.xs[index] ?? 0),
      ...this.lines.map(({ values }) => shown.map((index) => drawable(values[index]))),
    ];
  }

  private options(): uPlot.Options {
    const ink = this.resolve('--ink-soft');
    const rule = this.resolve('--rule');
    const axis: uPlot.Axis = {
      stroke: ink,
      grid: { stroke: rule, width: 1 },
      ticks: { stroke: rule, width: 1 },
      font: '12px sans-serif',
    };
    return {
      width: this.place.clientWidth || 320,
      height: HEIGHT_PX,
      cursor: {
        y: false,
        drag: { x: true, y: false, setScale: false },
        bind: { dblclick: () => this.showAll },
      },
      legend: { markers: { width: 0, fill: 'none' } },
      hooks: {
        setSelect: [
          (plot) => {
            this.zoomTo(plot);
          },
        ],
      },
      scales: {
        x: { time: false, range: () => [...(this.zoom ?? ([0, this.end] as const))] },
        y: {
          // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- an ambient const enum, which isolated modules cannot read
          distr: this.logarithmic ? 3 : 1,
          range: this.logarithmic ? logarithmicRange : linearRange,
        },
      },
      axes: [
        { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000] },
        { ...axis, size: 56 },
      ],
      series: [{ label: this.xLabel }, ...this.lines.map((line) => this.seriesOf(line))],
    };
  }

  /** An arrow, because uPlot calls it as a listener. */
  private readonly showAll = (): null => {
    this.show(null);
    return null;
  };

  private show(zoom: Span | null): void {
    this.zoom = zoom;
    this.plot?.setData(this.data());
  }

  private onKey(event: KeyboardEvent): void {
    const command = ZOOM_KEYS.get(event.key);
    if (!command || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.zoom === null && command !== 'in') return;
    event.preventDefault();
    event.stopPropagation();
    this.show(zoomed(this.zoom, this.end, command));
  }

  private onFinger({ pointerId, pointerType, clientX }: PointerEvent): void {
    if (pointerType !== 'touch' || !this.plot) return;
    const x = clientX - this.plot.over.getBoundingClientRect().left;
    this.fingers.set(pointerId, { x, held: this.plot.posToVal(x, 'x') });
  }

  private onPinch({ pointerId, clientX }: PointerEvent): void {
    const finger = this.fingers.get(pointerId);
    if (!finger || !this.plot) return;
    const { plot } = this;
    finger.x = clientX - plot.over.getBoundingClientRect().left;
    const [one, two] = [...this.fingers.values()];
    if (!one || !two) return;
    const is: Span = [plot.posToVal(one.x, 'x'), plot.posToVal(two.x, 'x')];
    this.show(pinched(this.zoom, this.end, [one.held, two.held], is));
  }

  private onFingerGone({ pointerId }: PointerEvent): void {
    this.fingers.delete(pointerId);
  }

  private zoomTo(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < LEAST_DRAG_PX) return;
    const span: Span = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.show(span);
  }

  private seriesOf({ label, color, mark, dashed }: ChartLine): uPlot.Series {
    const stroke = this.resolve(color);
    return {
      label,
      stroke,
      width: 2,
      points: {
        filter: (plot) => markedPoints(plot, mark),
        paths: markPaths(mark),
        fill: isHollow(mark) ? this.resolve('--surface') : stroke,
      },
      ...(dashed === true ? { dash: [6, 4], width: 1.5, points: { show: false } } : {}),
      value: (_plot, value) => (Number.isFinite(value) ? value.toPrecision(4) : '–'),
    };
  }

  /** The colour that a token has here and now. */
  private resolve(token: string): string {
    this.place.style.color = `var(${token})`;
    const { color } = getComputedStyle(this.place);
    this.place.style.color = '';
    return color;
  }
}

/** An axis is drawn before there is anything on it; a flat line stands in the middle. */
function linearRange(_plot: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  return uPlot.rangeNum(low, high, 0.1, true);
}

function logarithmicRange(_plot: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0.1, 10];
  return uPlot.rangeLog(low, high, 10, true);
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-line-chart': LineChartElement;
  }
}
