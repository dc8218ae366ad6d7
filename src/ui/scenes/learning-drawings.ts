/** What is drawn on in scene 3: the image that it learns on, and the target. */
import type { ReactiveControllerHost } from 'lit';
import { paintTarget, replaceTarget } from '../../state/actions/target.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { Store } from '../../state/store.ts';
import type { ImageMade, PaintedCells } from '../grid/cell-events.ts';
import { PaintGridElement } from '../grid/paint-grid.ts';
import type { PaintTool } from '../grid/paint-settings.ts';
import { DrawOrType } from './draw-or-type.ts';
import { edgesPicture } from './edges-picture.ts';
import type { Faults } from './faults.ts';
import { ImageDrawing, type DrawnPicture } from './image-drawing.ts';

export class LearningDrawings {
  readonly image: ImageDrawing;
  readonly target: DrawOrType;
  /** A stroke is under way. */
  isDrawing = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly store: () => Store,
    private readonly faults: Faults,
    private readonly shownTarget: () => NumberGrid | null,
  ) {
    this.image = new ImageDrawing(host, () => edgesPicture(this.store(), this.faults));
    this.target = new DrawOrType(host, () => this.targetPicture);
  }

  readonly onPainted = (event: CustomEvent<PaintedCells>): void => {
    this.isDrawing = true;
    this.drawingOf(event.detail.grid).onPainted(event);
  };

  readonly onMade = (event: CustomEvent<ImageMade>): void => {
    this.isDrawing = true;
    this.drawingOf(event.detail.grid).onMade(event);
  };

  readonly onTool = (event: CustomEvent<PaintTool>): void => {
    const from = event.composedPath().find((target) => target instanceof PaintGridElement);
    this.drawingOf(from?.name ?? 'image').onTool(event);
  };

  end(): void {
    this.isDrawing = false;
  }

  private drawingOf(grid: string): ImageDrawing {
    return grid === 'target' ? this.target.drawing : this.image;
  }

  private get targetPicture(): DrawnPicture {
    const image = this.shownTarget() ?? { rows: 1, columns: 1, values: [0] };
    const { faults } = this;
    return { store: this.store(), faults, image, fill: 0, replace: replaceTarget, paint: paintTarget(image) };
  }
}
