/** The image of scene 1, or the target of scene 3: its numbers are typed, or it is drawn on. Neither the document nor a link says which. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PaintSettings } from '../grid/paint-settings.ts';
import '../picture/draw-switch.ts';
import { ImageDrawing, type DrawnPicture } from './image-drawing.ts';

/** Wider images have cells too small for numbers: they are pictures until somebody says otherwise. */
const MOST_TYPED_COLUMNS = 16;

export class DrawOrType {
  readonly drawing: ImageDrawing;
  private chosen: boolean | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly picture: () => DrawnPicture,
  ) {
    this.drawing = new ImageDrawing(host, picture, true);
  }

  /** What a pointer on the image draws with; null where its numbers are typed. */
  get drawn(): PaintSettings | null {
    return this.draws ? this.drawing.settings : null;
  }

  private get draws(): boolean {
    return this.chosen ?? this.picture().image.columns > MOST_TYPED_COLUMNS;
  }

  /** `name` says what is drawn on where it is not the image. */
  render(name = ''): TemplateResult {
    return html`<corr2d-draw-switch
      .name=${name}
      ?drawing=${this.draws}
      @drawing-chosen=${({ detail }: CustomEvent<boolean>) => {
        this.chosen = detail;
        this.host.requestUpdate();
      }}
      >${this.draws ? this.drawing.renderTools() : nothing}</corr2d-draw-switch
    >`;
  }
}
