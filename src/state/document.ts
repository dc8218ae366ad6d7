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
import { FILTER_SIDE, type FilterName } from '../math/filters.ts';
import type { LossReduction } from '../math/loss.ts';
import { makeTensor, type Tensor4 } from '../math/tensor.ts';
import type { ScaleColors, ScaleRange } from '../math/value-scale.ts';
import { typedLayer, type ReceptivePart } from './stack.ts';

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

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
  | { readonly kind: 'ones' }
  /** The teacher's weights with normal noise of deviation NEAR_DEVIATION. */
  | { readonly kind: 'near'; readonly seed: number }
  | { readonly kind: 'typed'; readonly kernel: NumberGrid };

/** Settings of `torch.optim` but for the rate; the keys in one fixed order. */
export type LearningOptimizer =
  | {
      readonly kind: 'sgd';
      readonly momentum: number;
      readonly dampening: number;
      readonly nesterov: boolean;
      readonly weightDecay: number;
    }
  | {
      readonly kind: 'adam';
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      readonly weightDecay: number;
    };

/** Normal noise of this deviation on every element of the target; none for 0. */
export interface TargetNoise {
  readonly deviation: number;
  readonly seed: number;
}

/** A run stops by itself when the loss, or the length of the gradient, is this small; 0 for never. */
export interface StopThreshold {
  readonly loss: number;
  readonly gradient: number;
}

/** An optimiser and a rate that race the present ones, from the same start to the same target. */
export interface Rival {
  readonly optimizer: LearningOptimizer;
  readonly rate: number;
}

/** Scene 3: it learns on the image of scene 2. */
export interface LearningPart {
  readonly teacher: NumberGrid;
  /** Size of the kernel that learns, where it is not the teacher's. */
  readonly learner: GridSize | null;
  /** A target entered by hand, in place of the teacher's response; cut or filled with 0 to the response's size. */
  readonly painted: NumberGrid | null;
  /** A filter whose results are the target, in place of the teacher's response. */
  readonly filter: FilterName | null;
  readonly noise: TargetNoise;
  readonly start: LearningStart;
  /** Further images of the batch; each is cut or filled with 0 (black) to the size of scene 2's image. */
  readonly batch: readonly NumberGrid[];
  /** Whether the learner adds a number of its own to every response element. */
  readonly bias: boolean;
  /** Weights of the learner that stay where they start: indices, row-major and ascending; one is always free. */
  readonly frozen: readonly number[];
  readonly loss: LossReduction;
  readonly optimizer: LearningOptimizer;
  readonly rate: number;
  /** Updates of a run; the article calls one an epoch. */
  readonly steps: number;
  readonly stop: StopThreshold;
  readonly rivals: readonly Rival[];
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
  readonly receptive: ReceptivePart;
  readonly view: ResponseView;
}

export const DEFAULT_VIEW: ResponseView = { colors: 'signed', range: { kind: 'symmetric' } };

export const PLAIN_SGD: Extract<LearningOptimizer, { kind: 'sgd' }> = {
  kind: 'sgd',
  momentum: 0,
  dampening: 0,
  nesterov: false,
  weightDecay: 0,
};

/** With PyTorch's defaults. */
export const PLAIN_ADAM: Extract<LearningOptimizer, { kind: 'adam' }> = {
  kind: 'adam',
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
};

/** Gradient descent as the article has it, by the rate alone. */
export function isPlainSgd(optimizer: LearningOptimizer): boolean {
  return optimizer.kind === 'sgd' && optimizer.momentum === 0 && optimizer.weightDecay === 0;
}

/** §4 of the article: two layers with the kernel of §1 see all of its image. */
export const DEFAULT_RECEPTIVE: ReceptivePart = {
  image: makeGrid(COUNTING_IMAGE),
  layers: [typedLayer([makeGrid(COUNTING_KERNEL)]), typedLayer([makeGrid(COUNTING_KERNEL)])],
  depth: { layers: 2, kernel: 2 },
  draws: 1,
  network: 'lenet',
  pinned: null,
};

/** The article's examples. */
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
    learner: null,
    painted: null,
    filter: null,
    noise: { deviation: 0, seed: 0 },
    start: { kind: 'article' },
    batch: [],
    bias: false,
    frozen: [],
    loss: 'sum',
    optimizer: PLAIN_SGD,
    rate: ARTICLE_RATE,
    steps: ARTICLE_EPOCHS,
    stop: { loss: 0, gradient: 0 },
    rivals: [],
  },
  receptive: DEFAULT_RECEPTIVE,
  view: DEFAULT_VIEW,
};

/** The size of the window that the target is made from: the teacher's, or the filter's. */
export function guideSize({ teacher, filter }: LearningPart): GridSize {
  return filter
    ? { rows: FILTER_SIDE, columns: FILTER_SIDE }
    : { rows: teacher.rows, columns: teacher.columns };
}

/** The size of the kernel that learns. */
export function learnerSize({ teacher, learner }: LearningPart): GridSize {
  return learner ?? { rows: teacher.rows, columns: teacher.columns };
}

/** Cut or filled with 0 to another size, with the middles together, or half a cell apart. */
export function centredGrid(grid: NumberGrid, { rows, columns }: GridSize): NumberGrid {
  const top = Math.floor((grid.rows - rows) / 2);
  const left = Math.floor((grid.columns - columns) / 2);
  const at = (row: number, column: number): number =>
    row >= 0 && column >= 0 && row < grid.rows && column < grid.columns
      ? (grid.values[row * grid.columns + column] ?? 0)
      : 0;
  const values = filledGrid(rows, columns, 0).values.map((_, index) =>
    at(top + Math.floor(index / columns), left + (index % columns)),
  );
  return { rows, columns, values };
}

/** Whether the frozen weights are the learner's, and leave it something to learn. */
export function frozenFits(part: LearningPart): boolean {
  const { rows, columns } = learnerSize(part);
  const { frozen, bias } = part;
  return frozen.every((index) => index < rows * columns) && frozen.length < rows * columns + (bias ? 1 : 0);
}

/** The article's start has two weights. */
export function fitsArticleStart({ rows, columns }: GridSize): boolean {
  return rows * columns === ARTICLE_START.data.length;
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

/** Whether two documents, or parts of them, are equal. An edit leaves most parts the same objects, which cost nothing. */
export function sameDocument<Part>(left: Part, right: Part): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((each, at) => sameDocument<unknown>(each, right[at]));
  if (!isRecord(left) || !isRecord(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameDocument(left[name], right[name]))
  );
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
