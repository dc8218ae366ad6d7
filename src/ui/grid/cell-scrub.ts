/** Dragging a number to change it: sideways on a cell that is not being typed into, finely with Shift. */
import type { CellPosition } from './cell-events.ts';

/** CSS pixels of a drag before it is one, and of a step after that. */
const THRESHOLD = 6;
const PIXELS_A_STEP = 4;
const STEP = 0.1;
const FINE_STEP = 0.01;

/** What a grid lets be dragged. */
export interface Scrubbed {
  readonly valueAt: (position: CellPosition) => number;
  readonly onScrub: (position: CellPosition, text: string) => void;
  readonly onScrubbed: (position: CellPosition) => void;
}

interface Drag {
  readonly pointer: number;
  readonly position: CellPosition;
  /** Where the last change of step size was, and the value there. */
  x: number;
  value: number;
  step: number;
  moved: boolean;
}

export class CellScrub {
  private drag: Drag | null = null;

  constructor(private readonly grid: Scrubbed) {}

  /** A pointer went down on a cell. */
  begin(event: PointerEvent, position: CellPosition): void {
    if (!event.isPrimary || event.button !== 0) return;
    const value = this.grid.valueAt(position);
    this.drag = { pointer: event.pointerId, position, x: event.clientX, value, step: STEP, moved: false };
  }

  readonly move = (event: PointerEvent): void => {
    const { drag } = this;
    const table = event.currentTarget;
    if (drag?.pointer !== event.pointerId || !(table instanceof Element)) return;
    if (!drag.moved) {
      if (Math.abs(event.clientX - drag.x) < THRESHOLD) return;
      drag.moved = true;
      drag.x = event.clientX;
      table.setPointerCapture(event.pointerId);
    }
    const step = event.shiftKey ? FINE_STEP : STEP;
    if (step !== drag.step) {
      drag.value = valueOf(drag, event);
      drag.x = event.clientX;
      drag.step = step;
    }
    this.grid.onScrub(drag.position, String(valueOf(drag, event)));
  };

  readonly end = (event: PointerEvent): void => {
    const { drag } = this;
    if (drag?.pointer !== event.pointerId) return;
    this.drag = null;
    if (drag.moved) this.grid.onScrubbed(drag.position);
  };
}

function valueOf({ value, x, step }: Drag, event: PointerEvent): number {
  const steps = Math.round((event.clientX - x) / PIXELS_A_STEP);
  return Number((value + steps * step).toFixed(6));
}
