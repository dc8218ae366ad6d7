/** The picture that shows the fills of a large grid in place of its cells; its script comes when a grid is large. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ValueScale } from '../../math/value-scale.ts';
import type { NumberGrid } from '../../state/document.ts';
import { OnDemand } from '../loading/on-demand.ts';
import type { Fill } from './cell-paint.ts';
import type { Ring } from './ring.ts';
import { isDense } from './table-classes.ts';

interface DenseHost extends ReactiveControllerHost {
  readonly grid: NumberGrid;
  readonly ring: Ring;
  readonly fill: Fill;
  readonly editable: boolean;
}

export class DensePicture {
  private readonly part: OnDemand;

  constructor(private readonly host: DenseHost) {
    this.part = new OnDemand(host, () => import('./cell-picture.ts'));
  }

  /** Whether the picture shows the fills; until its script is there, and where it cannot be fetched, the cells do. */
  get isShown(): boolean {
    return this.isWanted && this.part.isReady;
  }

  /** Called for each new grid. */
  want(): void {
    if (this.isWanted) this.part.want();
  }

  render(scale: ValueScale): TemplateResult | typeof nothing {
    const { grid, ring, fill } = this.host;
    if (!this.isShown) return nothing;
    return html`<corr2d-cell-picture
      .grid=${grid}
      .ring=${ring}
      .fill=${fill === 'scaled' ? fill : 'picture'}
      .scale=${scale}
    ></corr2d-cell-picture>`;
  }

  private get isWanted(): boolean {
    const { grid, ring, fill, editable } = this.host;
    const isFilled = fill === 'picture' || fill === 'scaled';
    return isFilled && isDense(ring[1] + grid.columns + ring[3], editable);
  }
}
