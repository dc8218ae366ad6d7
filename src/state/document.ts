/** The one document of the page: plain, serialisable data that every scene shows and every link holds. */
import {
  ARTICLE_EPOCHS,
  ARTICLE_RATE,
  ARTICLE_START,
  BARS_IMAGE,
  COUNTING_IMAGE,
  COUNTING_KERNEL,
  EDGE_KERNEL,
} from '../math/article.ts';
import { conv2dWeight } from '../math/random.ts';
import { makeTensor, type Tensor4 } from '../math/tensor.ts';
import type { ScaleColors, ScaleRange } from '../math/value-scale.ts';

/** Numbers of one channel, row-major; `values.length` = rows · columns. */
export interface NumberGrid {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[];
}

/** Scene 1. */
export interface CorrelationPart {
  readonly image: NumberGrid;
  readonly kernel: NumberGrid;
  readonly stride: readonly [y: number, x: number];
  readonly padding: readonly [top: number, left: number, bottom: number, right: number];
  readonly dilation: readonly [y: number, x: number];
  /** True convolution: the kernel is turned by half a turn before it is laid on. */
  readonly flip: boolean;
}

/** Scene 2: a painted image of 0 (black) and 1 (white). */
export interface EdgesPart {
  readonly image: NumberGrid;
  readonly kernel: NumberGrid;
}

export type LearningStart =
  /** The start that ends in the article's kernel; it has two weights. */
  | { readonly kind: 'article' }
  /** PyTorch's default start of Conv2d after `manual_seed(seed)`. */
  | { readonly kind: 'torch'; readonly seed: number }
  | { readonly kind: 'zeros' }
  | { readonly kind: 'typed'; readonly kernel: NumberGrid };

/** Scene 3: it learns on the image of scene 2. */
export interface LearningPart {
  readonly teacher: NumberGrid;
  readonly start: LearningStart;
  readonly rate: number;
  /** Updates of a run; the article calls one an epoch. */
  readonly steps: number;
}

/** How the scenes colour responses. */
export interface ResponseView {
  readonly colors: ScaleColors;
  readonly range: ScaleRange;
}

export interface PlaygroundDocument {
  readonly correlation: CorrelationPart;
  readonly edges: EdgesPart;
  readonly learning: LearningPart;
  readonly view: ResponseView;
}

export const DEFAULT_VIEW: ResponseView = { colors: 'signed', range: { kind: 'symmetric' } };

/** The article's three examples. */
export const DEFAULT_DOCUMENT: PlaygroundDocument = {
  correlation: {
    image: makeGrid(COUNTING_IMAGE),
    kernel: makeGrid(COUNTING_KERNEL),
    stride: [1, 1],
    padding: [0, 0, 0, 0],
    dilation: [1, 1],
    flip: false,
  },
  edges: { image: makeGrid(BARS_IMAGE), kernel: makeGrid(EDGE_KERNEL) },
  learning: {
    teacher: makeGrid(EDGE_KERNEL),
    start: { kind: 'article' },
    rate: ARTICLE_RATE,
    steps: ARTICLE_EPOCHS,
  },
  view: DEFAULT_VIEW,
};

/** The kernel that a run starts from; it has the teacher's shape. */
export function startKernel({ teacher, start }: LearningPart): NumberGrid {
  const { rows, columns } = teacher;
  switch (start.kind) {
    case 'article':
      // Six decimals as given, not the float32 that the engine makes of them.
      return { rows, columns, values: [...ARTICLE_START.data].map((value) => Number(value.toFixed(6))) };
    case 'torch':
      return { rows, columns, values: [...conv2dWeight(start.seed, [1, 1, rows, columns])] };
    case 'zeros':
      return filledGrid(rows, columns, 0);
    case 'typed':
      return start.kernel;
  }
}

/** The article's start has two weights. */
export function fitsArticleStart({ values }: NumberGrid): boolean {
  return values.length === ARTICLE_START.data.length;
}

export function makeGrid({ shape, data }: Tensor4): NumberGrid {
  return { rows: shape[2], columns: shape[3], values: [...data] };
}

/** One image, one channel. */
export function gridTensor({ rows, columns, values }: NumberGrid): Tensor4 {
  return makeTensor([1, 1, rows, columns], values);
}

export function filledGrid(rows: number, columns: number, value: number): NumberGrid {
  return { rows, columns, values: Array<number>(rows * columns).fill(value) };
}

export function transposeGrid({ rows, columns, values }: NumberGrid): NumberGrid {
  return {
    rows: columns,
    columns: rows,
    values: values.map((_, index) => values[(index % rows) * columns + Math.floor(index / rows)] ?? 0),
  };
}

/** Turned by half a turn: what true convolution lays on the image. */
export function flipGrid(grid: NumberGrid): NumberGrid {
  return { ...grid, values: [...grid.values].reverse() };
}

/** Documents are small plain data written in a fixed order of keys, so their JSON tells whether they are equal. */
export function sameDocument(left: PlaygroundDocument, right: PlaygroundDocument): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
