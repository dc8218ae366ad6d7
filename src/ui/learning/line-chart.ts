/** A live line chart (uPlot on a canvas): drag across it to zoom, double-click to see all of it again. What it shows stands beside it as text, so the canvas itself is silent. */
import { LitElement, css, html, unsafeCSS, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotStyle from 'uplot/dist/uPlot.min.css?inline';

export interface ChartLine {
  readonly label: string;
  /** A design token such as `--kernel-ink`. */
  readonly color: string;
  readonly dashed?: boolean;
  readonly values: readonly (number | null)[];
}

const HEIGHT_PX = 220;
/** With more, points run into one another and hide their line. */
const MOST_POINTS = 60;
/** A shorter drag is a click. */
const LEAST_DRAG_PX = 8;

@customElement('corr2d-line-chart')
export class LineChartElement extends LitElement {
  static override styles = [
    unsafeCSS(uPlotStyle),
    css`
      :host {
        display: block;
        min-width: 0;
      }

      #plot {
        min-height: 15.5rem;
        overflow: hidden;
      }

      .uplot {
        font: inherit;
      }

      .u-legend {
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
        text-align: left;
      }

      .u-series[hidden] {
        display: none;
      }

      .u-legend .u-marker {
        border-radius: 2px;
      }
    `,
  ];

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
  /** The part of the axis that was dragged across; null for all of it. */
  private zoom: readonly [from: number, to: number] | null = null;
  private readonly observer = new ResizeObserver(() => {
    this.plot?.setSize({ width: this.place.clientWidth, height: HEIGHT_PX });
  });

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
    return html`<div id="plot" aria-hidden="true"></div>`;
  }

  override updated(): void {
    if (!this.isConnected) return;
    const shape = JSON.stringify([
      this.lines.map(({ label, color, dashed }) => [label, color, dashed]),
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
    this.hideDashedInLegend(this.plot);
    this.drawn = shape;
  }

  /** A dashed line is the goal of the line before it, and shares its colour. */
  private hideDashedInLegend(plot: uPlot): void {
    const entries = plot.root.querySelectorAll<HTMLElement>('.u-series');
    this.lines.forEach(({ dashed }, index) => {
      const entry = entries[index + 1];
      if (entry) entry.hidden = dashed === true;
    });
  }

  private data(): uPlot.AlignedData {
    const drawable = (value: number | null): number | null =>
      value !== null && Number.isFinite(value) && (!this.logarithmic || value > 0) ? value : null;
    return [[...this.xs], ...this.lines.map((line) => line.values.map(drawable))];
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
    this.zoom = null;
    this.plot?.setData(this.data());
    return null;
  };

  private zoomTo(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < LEAST_DRAG_PX) return;
    this.zoom = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    plot.setData(this.data());
  }

  private seriesOf({ label, color, dashed }: ChartLine): uPlot.Series {
    return {
      label,
      stroke: this.resolve(color),
      width: 2,
      points: { show: (plot) => dashed !== true && plot.data[0].length <= MOST_POINTS, size: 5 },
      ...(dashed === true ? { dash: [6, 4], width: 1.5 } : {}),
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
