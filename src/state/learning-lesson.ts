/** What a run of scene 3 learns from: the parts of the images that the learner's window sees, and what it should answer. */
import { correlate } from '../math/definition.ts';
import { FILTER_SIDE, filterWeights, filterWindow, type FilterName } from '../math/filters.ts';
import {
  centredGrid,
  filledGrid,
  gridTensor,
  guideSize,
  learnerSize,
  makeGrid,
  type GridSize,
  type LearningPart,
  type NumberGrid,
} from './document.ts';
import { startBias, startKernel, withNoise } from './learning-start.ts';
import { withSize } from './grid-edit.ts';

/** The learning part of the document with the image it learns on. */
export interface LearningSetup extends LearningPart {
  readonly image: NumberGrid;
}

/** One image of the batch, and the target of it. */
export interface Example {
  readonly image: NumberGrid;
  readonly target: NumberGrid;
}

export interface Lesson {
  /** The painted image first, then the others of the batch; all of one size. */
  readonly examples: readonly [Example, ...Example[]];
  readonly start: NumberGrid;
  /** Null for a learner without a bias. */
  readonly startBias: number | null;
  /** Weights that stay where they start, by index, ascending. */
  readonly frozen: readonly number[];
  /** The teacher, or the filter's kernel, in the learner's frame, where every target is its response but for noise. */
  readonly teacher: NumberGrid | null;
}

/**
 * Teacher and learner of two sizes are laid over one another with their middles together, in a window as large as both;
 * the response has an element for each place of that window, and each of the two sees its part of the image. The
 * teacher's response is computed in float64 and rounded once: the same target on every engine. A target entered by hand
 * is the painted image's; noise is drawn for one image after the other.
 */
export function makeLesson(setup: LearningSetup): Lesson {
  const { image, painted, noise, batch, frozen } = setup;
  const size = learnerSize(setup);
  const guide = guideSize(setup);
  const window = {
    rows: Math.max(guide.rows, size.rows),
    columns: Math.max(guide.columns, size.columns),
  };
  const places = { rows: image.rows - window.rows + 1, columns: image.columns - window.columns + 1 };
  const images = [image, ...batch.map((each) => withSize(each, image, 'image'))];
  const clean = images.map((each) => guidedTarget(setup, seenBy(each, guide, window, places), places));
  if (painted) clean[0] = withSize(painted, places, 'image');
  const targets = noise.deviation > 0 ? withNoise(clean, noise.deviation, noise.seed) : clean;
  const [first, ...others] = images.map((each, i): Example => {
    return { image: seenBy(each, size, window, places), target: targets[i] ?? each };
  });
  return {
    examples: [first ?? { image, target: image }, ...others],
    start: startKernel(setup),
    startBias: startBias(setup),
    frozen,
    teacher: painted ? null : teacherIn(size, setup),
  };
}

/** What a kernel and its bias answer to each image less what they should. */
export function residualsOf({ examples }: Lesson, kernel: NumberGrid, bias: number | null): NumberGrid[] {
  return examples.map(({ image, target }) => {
    const response = correlate(gridTensor(image), gridTensor(kernel));
    const values = target.values.map((value, i) => (response.data[i] ?? 0) + (bias ?? 0) - value);
    return { ...target, values };
  });
}

/** The teacher in the learner's frame; null where it does not fit into it, or where there is none. */
function teacherIn(size: GridSize, { teacher, filter }: LearningPart): NumberGrid | null {
  const kernel = filter ? filterKernel(filter) : teacher;
  return kernel && kernel.rows <= size.rows && kernel.columns <= size.columns
    ? centredGrid(kernel, size)
    : null;
}

function filterKernel(name: FilterName): NumberGrid | null {
  const values = filterWeights(name);
  return values && { rows: FILTER_SIDE, columns: FILTER_SIDE, values };
}

/** What teacher or filter answers at each place, to the part of an image that its windows see. */
function guidedTarget({ teacher, filter }: LearningPart, seen: NumberGrid, places: GridSize): NumberGrid {
  if (!filter) {
    const { shape, data } = correlate(gridTensor(seen), gridTensor(teacher));
    return makeGrid({ shape, data: Float32Array.from(data) });
  }
  const values = filledGrid(places.rows, places.columns, 0).values.map((_, index) => {
    const [row, column] = [Math.floor(index / places.columns), index % places.columns];
    const window = partOf(seen, row, column, { rows: FILTER_SIDE, columns: FILTER_SIDE });
    return Math.fround(filterWindow(filter, window.values));
  });
  return { ...places, values };
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

/** The part that begins at a cell. */
export function partOf(grid: NumberGrid, top: number, left: number, { rows, columns }: GridSize): NumberGrid {
  const values = Array.from({ length: rows }, (_, row) => {
    const start = (top + row) * grid.columns + left;
    return grid.values.slice(start, start + columns);
  });
  return { rows, columns, values: values.flat() };
}
