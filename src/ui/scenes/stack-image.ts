/** The image of scene 4 in its figure: its map, which is pointed at, or its numbers to type, or paper to draw on. */
import { msg } from '@lit/localize';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { LevelLink, StackPlace } from '../../math/stack/links.ts';
import { paintStackImage, replaceStackImage, setStackImageCell } from '../../state/actions/receptive.ts';
import { DEFAULT_VIEW, type NumberGrid } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import { mapScale } from '../../state/map-scale.ts';
import type { Store } from '../../state/store.ts';
import type { CellBlock, CellText, GridCell } from '../grid/cell-events.ts';
import { cellKey, markAll, NO_MARKS, type Marks } from '../grid/marks.ts';
import '../grid/number-grid.ts';
import '../grid/paint-grid.ts';
import { PAPER } from '../grid/paint-settings.ts';
import type { Ring } from '../grid/ring.ts';
import '../picture/paint-tools.ts';
import type { Faults } from './faults.ts';
import { ImageDrawing, type DrawnPicture } from './image-drawing.ts';
import { pasteImage } from './image-edit.ts';

/** Wider images have no room for numbers that are typed. */
const MOST_TYPED_COLUMNS = 16;
const NAME = '0:0';

export class StackImage {
  private mode: 'map' | 'numbers' | 'paper' = 'map';
  private readonly drawing: ImageDrawing;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly edited: () => { store: Store; faults: Faults; image: NumberGrid },
  ) {
    this.drawing = new ImageDrawing(host, () => this.picture, true);
  }

  get picture(): DrawnPicture {
    return { ...this.edited(), fill: PAPER, replace: replaceStackImage, paint: paintStackImage };
  }

  /** Whether something stands in place of the image's map. */
  get isEdited(): boolean {
    return this.shown !== 'map';
  }

  private get shown(): 'map' | 'numbers' | 'paper' {
    return this.mode === 'numbers' && !this.canBeTyped ? 'map' : this.mode;
  }

  private get canBeTyped(): boolean {
    return this.edited().image.columns <= MOST_TYPED_COLUMNS;
  }

  renderSwitch(): TemplateResult {
    return html`${this.renderButton('paper', msg('Draw on the image'))}
    ${this.canBeTyped ? this.renderButton('numbers', msg('Type its numbers')) : nothing}`;
  }

  renderTools(): TemplateResult | typeof nothing {
    return this.shown === 'paper' ? this.drawing.renderTools() : nothing;
  }

  /** What stands in place of the map, slotted as `image`; its cells are those of the map. */
  renderGrid(link: LevelLink | undefined, place: StackPlace, ring: Ring): TemplateResult | typeof nothing {
    const { shown } = this;
    if (shown === 'map') return nothing;
    const marks = marksOf(link, place);
    return shown === 'paper' ? this.renderPaper(marks, ring) : this.renderNumbers(marks, ring);
  }

  private renderButton(mode: 'numbers' | 'paper', name: string): TemplateResult {
    const { shown } = this;
    return html`<button
      type="button"
      aria-pressed=${shown === mode ? 'true' : 'false'}
      @click=${() => {
        this.mode = shown === mode ? 'map' : mode;
        this.host.requestUpdate();
      }}
    >
      ${name}
    </button>`;
  }

  private renderPaper(marks: Marks, ring: Ring): TemplateResult {
    return html`<corr2d-paint-grid
      slot="image"
      name=${NAME}
      .label=${msg('Image: paint here')}
      .grid=${this.edited().image}
      .marks=${marks}
      .ring=${ring}
      .settings=${this.drawing.settings}
      @cells-painted=${this.drawing.onPainted}
      @image-made=${this.drawing.onMade}
      @tool-chosen=${this.drawing.onTool}
      @stroke-ended=${this.endMerge}
    ></corr2d-paint-grid>`;
  }

  private renderNumbers(marks: Marks, ring: Ring): TemplateResult {
    const { image, faults } = this.edited();
    return html`<div slot="image" class="typed">
      <corr2d-number-grid
        editable
        name=${NAME}
        fill="scaled"
        .scale=${mapScale(image.values, 0, DEFAULT_VIEW)}
        .label=${msg('Image')}
        .grid=${image}
        .marks=${marks}
        .ring=${ring}
        .faults=${faults.cells('image')}
        @cell-typed=${this.onTyped}
        @cell-committed=${this.onCommitted}
        @cell-reverted=${this.onReverted}
        @block-pasted=${this.onPasted}
      ></corr2d-number-grid>
      ${faults.cellTexts(['image']).map((text) => html`<p class="fault" role="alert">${text}</p>`)}
    </div>`;
  }

  private readonly endMerge = (): void => {
    this.edited().store.endMerge();
  };

  /** A typed cell is done: that pins no element. */
  private readonly onCommitted = (event: Event): void => {
    event.stopPropagation();
    this.endMerge();
  };

  private readonly onTyped = ({ detail: { row, column, text } }: CustomEvent<CellText>): void => {
    const { store, faults } = this.edited();
    const key = `image:${cellKey(row, column)}`;
    faults.attempt(key, () => {
      const value = parseField('image', text, LIMITS.value, { row, column });
      return store.apply(setStackImageCell, { row, column, value }, { merge: key });
    });
  };

  private readonly onReverted = ({ detail: { row, column } }: CustomEvent<GridCell>): void => {
    this.edited().faults.clear(`image:${cellKey(row, column)}`);
  };

  private readonly onPasted = ({ detail }: CustomEvent<CellBlock>): void => {
    const { store, faults, image } = this.edited();
    pasteImage(store, faults, image, detail, replaceStackImage);
  };
}

/** The cells that an element sees, those outside included; of an image cell itself. */
function marksOf(link: LevelLink | undefined, { level, row, column }: StackPlace): Marks {
  if (level === 0) return markAll([[row, column]], 'current');
  if (!link) return NO_MARKS;
  const { rows, columns } = link;
  return markAll(
    rows.covered.flatMap((at) => columns.covered.map((to) => [at, to] as const)),
    'window',
  );
}
