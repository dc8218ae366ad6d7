/** Where a stroke has been since the last frame: a page that cannot keep up answers once a frame, not once a move. */
import type { CellPosition } from './cell-events.ts';
import { atFrame } from './frame.ts';

/** Places in their order; null where there is no cell to be at. */
export type Places = readonly (CellPosition | null)[];

export class StrokeMoves {
  private places: Places = [];

  constructor(
    private readonly placeOf: (event: PointerEvent) => CellPosition | null,
    private readonly take: (places: Places) => void,
  ) {}

  /** Every coalesced position counts. */
  add(event: PointerEvent): void {
    const moves = event.getCoalescedEvents();
    this.places = [...this.places, ...(moves.length > 0 ? moves : [event]).map(this.placeOf)];
    atFrame(this.takeAll);
  }

  /** What waits is taken now: the stroke ends. */
  readonly takeAll = (): void => {
    const { places } = this;
    this.places = [];
    if (places.length > 0) this.take(places);
  };

  drop(): void {
    this.places = [];
  }
}
