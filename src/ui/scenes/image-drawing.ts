/** Drawing on the image of a scene: what the tools are set to, and what a stroke does to the document. */
import { css, html, type nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { NamedAction } from '../../state/action.ts';
import type { PaintInput } from '../../state/grid-edit.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import type { ImageMade, PaintedCells } from '../grid/cell-events.ts';
import { DEFAULT_SETTINGS, type PaintSettings, type PaintTool } from '../grid/paint-settings.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { drawImage, type EditedPicture } from './edited-picture.ts';

const BRUSH = 'brush:value';

/** An image that can be drawn on. */
export interface DrawnPicture extends EditedPicture {
  readonly paint: NamedAction<PaintInput>;
}

export const drawingStyle = css`
  .drawing {
    margin-bottom: var(--space-4);
  }

  .drawing summary {
    width: fit-content;
    min-height: 1.75rem;
    color: var(--ink-soft);
    cursor: pointer;
  }
`;

export class ImageDrawing {
  settings: PaintSettings;
  private readonly tools: OnDemand;

  /** `anyValue`: the brush takes any number that an image can hold, not grey levels alone. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly picture: () => DrawnPicture,
    private readonly anyValue = false,
  ) {
    // An image of numbers is empty where it is 0.
    this.settings = anyValue ? { ...DEFAULT_SETTINGS, paper: 0 } : DEFAULT_SETTINGS;
    this.tools = new OnDemand(host, () => import('../picture/paint-tools.ts'));
  }

  renderTools(): TemplateResult | typeof nothing {
    // A scene that always shows them brings them along: they are there at once, and move nothing.
    if (customElements.get('corr2d-paint-tools')) return this.renderLoaded();
    this.tools.want();
    return this.tools.show(() => this.renderLoaded());
  }

  /** The tools, folded away until they are wanted. */
  renderFolded(summary: string): TemplateResult {
    return html`<details
      class="drawing"
      @toggle=${(event: Event) => {
        if (event.target instanceof HTMLDetailsElement && event.target.open) this.tools.want();
      }}
    >
      <summary>${summary}</summary>
      ${this.tools.show(() => this.renderLoaded())}
    </details>`;
  }

  readonly onPainted = ({ detail: { cells, value } }: CustomEvent<PaintedCells>): void => {
    const { faults, store, paint } = this.picture();
    faults.attempt('paint', () => store.apply(paint, { cells, value }, { merge: 'stroke' }));
  };

  readonly onMade = ({ detail }: CustomEvent<ImageMade>): void => {
    drawImage(this.picture(), detail);
  };

  readonly onTool = ({ detail: tool }: CustomEvent<PaintTool>): void => {
    this.choose({ ...this.settings, tool });
    // Folded away they may not be there yet, and the stamp is theirs.
    this.tools.want();
  };

  private renderLoaded(): TemplateResult {
    return html`<corr2d-paint-tools
      .settings=${this.settings}
      ?any-value=${this.anyValue}
      .valueFault=${this.picture().faults.text(BRUSH)}
      @settings-chosen=${({ detail }: CustomEvent<PaintSettings>) => {
        this.picture().faults.clear(BRUSH);
        this.choose(detail);
      }}
      @brush-value-entered=${({ detail }: CustomEvent<string>) => {
        this.enterValue(detail);
      }}
    ></corr2d-paint-tools>`;
  }

  private choose(settings: PaintSettings): void {
    this.settings = settings;
    this.host.requestUpdate();
  }

  private enterValue(text: string): void {
    this.picture().faults.attempt(BRUSH, () => {
      this.choose({ ...this.settings, value: parseField('brush', text, LIMITS.value) });
      return null;
    });
  }
}
