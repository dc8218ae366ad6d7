/** The loss as contours in a plane of kernels, with the way of the run, its start, its place and its goal. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import {
  LitElement,
  html,
  nothing,
  svg,
  type PropertyValues,
  type SVGTemplateResult,
  type TemplateResult,
} from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';
import type { Analysis } from '../../state/learning-analysis.ts';
import { planeOf, type PlaneChoice, type PlanePoint } from '../../state/learning-plane.ts';
import type { TracePoint } from '../../state/learning-run.ts';
import { surfaceOf, viewOf, wayOn, type Surface } from '../../state/learning-surface.ts';
import { controlStyle } from '../style/controls.ts';
import './plane-choice.ts';
import { placeOf, renderAxes, SIDE, surfaceBox } from './surface-axes.ts';
import { surfaceStyle } from './surface-style.ts';
import { weightName } from './weight-name.ts';

/** With more, dots hide their line. */
const MOST_DOTS = 80;

@customElement('corr2d-loss-surface')
export class LossSurfaceElement extends LitElement {
  static override styles = [controlStyle, surfaceStyle];

  @property({ attribute: false }) analysis: Analysis | null = null;
  /** As far as it is to be shown. */
  @property({ attribute: false }) trace: readonly TracePoint[] = [];
  @property({ attribute: false }) chosen: PlaneChoice = 'extremes';

  private surface: Surface | null = null;
  private way: readonly PlanePoint[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { analysis } = this;
    const choice = this.choice();
    const plane = analysis && choice && planeOf(analysis, choice);
    this.way = plane ? wayOn(plane, this.trace) : [];
    const view = plane && viewOf(plane, this.way);
    const { surface } = this;
    const keys = new Set<PropertyKey>(changed.keys());
    const holds = !keys.has('analysis') && !keys.has('chosen') && surface?.view.radius === view?.radius;
    if (!holds) this.surface = analysis && choice && view && surfaceOf(analysis, choice, view);
  }

  override render(): TemplateResult {
    const { analysis, surface } = this;
    if (!analysis || !surface) return html``;
    return html`
      <div class="head">
        <h2>${msg('Loss surface')}</h2>
        ${
          analysis.free.length > 2
            ? html`<corr2d-plane-choice
                .size=${analysis.size}
                .free=${analysis.free}
                .plane=${this.choice() ?? 'extremes'}
              ></corr2d-plane-choice>`
            : nothing
        }
      </div>
      <svg
        class="figure"
        viewBox=${surfaceBox(surface.view)}
        preserveAspectRatio="xMinYMin"
        role="img"
        aria-label=${this.summary(surface)}
      >
        <defs>
          <clipPath id="inside"><rect width=${SIDE} height=${SIDE} /></clipPath>
        </defs>
        ${renderAxes(surface.view, this.axisNames())}
        <g clip-path="url(#inside)">
          ${surface.contours.map(
            ({ lines }) =>
              svg`<path class="contour" d=${lines.map((line) => pathOf(line, surface)).join('')} />`,
          )}
          ${this.renderGoal(analysis, surface)} ${this.renderWay(surface)}
        </g>
      </svg>
      <div class="key" aria-hidden="true">
        <span>
          <svg viewBox="-6 -6 12 12" aria-hidden="true"><circle class="start" r="4" /></svg> ${msg('start')}
        </span>
        <span>
          <svg viewBox="-6 -6 12 12" aria-hidden="true"><circle class="now" r="4.5" /></svg> ${msg('now')}
        </span>
        <span>
          <svg viewBox="-6 -6 12 12" aria-hidden="true"><path class="goal" d="M-4-4 4 4M4-4-4 4" /></svg>
          ${msg('where it goes')}
        </span>
      </div>
      <p>${this.caption()}</p>
    `;
  }

  private choice(): PlaneChoice | null {
    const free = this.analysis?.free ?? [];
    const [first, second] = free;
    if (first === undefined || second === undefined) return null;
    if (free.length === 2) return [first, second];
    const { chosen } = this;
    return chosen !== 'extremes' && chosen.every((weight) => free.includes(weight)) ? chosen : 'extremes';
  }

  private caption(): string {
    const halves = msg('From one line to the next inside it, what the loss has above its least is halved.');
    if (this.analysis?.free.length === 2) return halves;
    return this.choice() === 'extremes'
      ? `${halves} ${msg('The axes are the directions of least and greatest curvature, from the optimum.')}`
      : `${halves} ${msg('The other weights stand at the optimum here; the way is seen from above.')}`;
  }

  private axisNames(): readonly [string, string] {
    const choice = this.choice();
    if (choice === 'extremes' || choice === null)
      return [msg('flattest direction'), msg('steepest direction')];
    const size = this.analysis?.size ?? { rows: 1, columns: 1 };
    return [weightName(choice[0], size), weightName(choice[1], size)];
  }

  private renderWay(surface: Surface): SVGTemplateResult {
    const points = this.way.map((point) => placeOf(point, surface.view));
    const first = points[0];
    const last = points.at(-1);
    const text = points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join(' ');
    const place = ([x, y]: PlanePoint): string => `translate(${x.toFixed(2)} ${y.toFixed(2)})`;
    return svg`<polyline class="way" points=${text} />
      ${points.length <= MOST_DOTS ? points.map((point) => svg`<circle class="dot" r="2" transform=${place(point)} />`) : nothing}
      ${first ? svg`<circle class="start" r="4.5" transform=${place(first)} />` : nothing}
      ${last ? svg`<circle class="now" r="4.5" transform=${place(last)} />` : nothing}`;
  }

  private renderGoal({ goal }: Analysis, surface: Surface): SVGTemplateResult | typeof nothing {
    if (!goal) return nothing;
    const [point = surface.plane.optimum] = wayOn(surface.plane, [{ step: 0, weights: goal }]);
    const [x, y] = placeOf(point, surface.view);
    return svg`<path class="goal" d="M-5-5 5 5M5-5-5 5" transform="translate(${x.toFixed(2)} ${y.toFixed(2)})" />`;
  }

  private summary({ plane }: Surface): string {
    const text = (point: PlanePoint | undefined): string =>
      point ? `(${formatNumber(point[0], 3)}, ${formatNumber(point[1], 3)})` : '–';
    const [start, now, optimum] = [text(this.way[0]), text(this.way.at(-1)), text(plane.optimum)];
    return msg(str`Contours of the loss. Start ${start}, now ${now}, optimum ${optimum}.`);
  }
}

function pathOf(line: readonly PlanePoint[], surface: Surface): string {
  const points = line.map((point) => placeOf(point, surface.view));
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-loss-surface': LossSurfaceElement;
  }
}
