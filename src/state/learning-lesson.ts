/** What a run of scene 3 learns from: the part of the image that the learner's window sees, and what it should answer. */
import { correlate } from '../math/definition.ts';
import {
  centredGrid,
  gridTensor,
  learnerSize,
  makeGrid,
  type GridSize,
  type LearningPart,
  type NumberGrid,
} from './document.ts';
import { startKernel, withNoise } from './learning-start.ts';
import { withSize } from './grid-edit.ts';

/** The learning part of the document with the image it learns on. */
export interface LearningSetup extends LearningPart {
  readonly image: NumberGrid;
}

export interface Lesson {
  readonly image: NumberGrid;
  readonly target: NumberGrid;
  readonly start: NumberGrid;
  /** The teacher in the learner's frame, where it fits into it and the target is its response. */
  readonly teacher: NumberGrid | null;
}

/**
 * Teacher and learner of two sizes are laid over one another with their middles together, in a window as large as both;
 * the response has an element for each place of that window, and each of the two sees its part of the image. The
 * teacher's response is computed in float64 and rounded once: the same target on every engine.
 */
export function makeLesson(setup: LearningSetup): Lesson {
  const { image, teacher, painted, noise } = setup;
  const size = learnerSize(setup);
  const window = {
    rows: Math.max(teacher.rows, size.rows),
    columns: Math.max(teacher.columns, size.columns),
  };
  const places = { rows: image.rows - window.rows + 1, columns: image.columns - window.columns + 1 };
  const clean = painted ? withSize(painted, places, 'image') : responseOf(image, teacher, window, places);
  const target = noise.deviation > 0 ? withNoise(clean, noise.deviation, noise.seed) : clean;
  const fits = teacher.rows <= size.rows && teacher.columns <= size.columns && !painted;
  return {
    image: seenBy(image, size, window, places),
    target,
    start: startKernel(setup),
    teacher: fits ? centredGrid(teacher, size) : null,
  };
}

/** What a kernel answers less what it should. */
export function residualOf({ image, target }: Lesson, kernel: NumberGrid): NumberGrid {
  const response = correlate(gridTensor(image), gridTensor(kernel));
  return { ...target, values: target.values.map((value, i) => (response.data[i] ?? 0) - value) };
}

function responseOf(image: NumberGrid, teacher: NumberGrid, window: GridSize, places: GridSize): NumberGrid {
  const seen = gridTensor(seenBy(image, teacher, window, places));
  const response = correlate(seen, gridTensor(teacher));
  return makeGrid({ shape: response.shape, data: Float32Array.from(response.data) });
}

/** What a kernel of `size` in the middle of `window` ever sees, while the window goes to all its places. */
function seenBy(image: NumberGrid, size: GridSize, window: GridSize, places: GridSize): NumberGrid {
  const top = -Math.floor((size.rows - window.rows) / 2);
  const left = -Math.floor((size.columns - window.columns) / 2);
  return partOf(image, top, left, {
    rows: places.rows + size.rows - 1,
    columns: places.columns + size.columns - 1,
  });
}

function partOf(grid: NumberGrid, top: number, left: number, { rows, columns }: GridSize): NumberGrid {
  const values = Array.from({ length: rows }, (_, row) => {
    const start = (top + row) * grid.columns + left;
    return grid.values.slice(start, start + columns);
  });
  return { rows, columns, values: values.flat() };
}
