/** Scene 3 as a drawing: the problem, the answer so far, and the loss on the way to it. */
import { chartShapes, type ChartPlace } from '../../math/figure/chart.ts';
import type { Drawing, PaintedCell, Shape } from '../../math/figure/drawing.ts';
import type { PictureLook } from '../../math/figure/look.ts';
import { layPanels, type Panel, type PanelCaption, type PanelGrid } from '../../math/figure/panels.ts';
import { FILTER_SIDE } from '../../math/filters.ts';
import { formatFixed } from '../../math/format.ts';
import type { LearningPart, NumberGrid } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { pictureCell } from './cell-size.ts';
import { greyCells, plainCells, weightCells } from './cells.ts';

/** A run as it stands after `step` updates. */
export interface RunMoment {
  readonly step: number;
  readonly kernel: NumberGrid;
  /** Null for a learner without one. */
  readonly bias: number | null;
  /** Null before the first step. */
  readonly gradient: NumberGrid | null;
  readonly biasGradient: number | null;
}

/** What all pictures of one run have in common. */
export interface LearningSubject {
  readonly image: NumberGrid;
  readonly learning: LearningPart;
  readonly lesson: Lesson;
  /** Of all steps that were ever taken; the axis has room for all of them. */
  readonly losses: readonly number[];
}

/** The texts of the picture, in the reader's language. */
export interface LearningWords {
  readonly title: string;
  readonly image: string;
  readonly teacher: string;
  readonly filter: string;
  /** Of the filter that makes the target; null where none does. */
  readonly filterName: string | null;
  readonly target: string;
  readonly start: string;
  readonly learned: string;
  readonly gradient: string;
  readonly bias: string;
  readonly loss: string;
  readonly epoch: string;
  readonly epochOf: (step: number) => string;
  /** What is said beside a size, of the further images of a batch. */
  readonly andMore: (size: string, count: number) => string;
}

type GridPanel = Extract<Panel, { grids: unknown }>;

/** A grid of one cell. */
const ONE = { columns: 1 };
const MARGIN = 24;
const WIDEST_WEIGHT = '−0.0000';
const ROW_GAP = 28;
const CHART_HEIGHT = 170;
const CHART_INDENT = 56;
const CHART_FOOT = 44;
const CHART_CAPTION = 26;
/** Four decimals and a sign need a wider cell than an image has. */
const LARGEST_WEIGHT_CELL = 76;
const SMALLEST_WEIGHT_CELL = 48;
const WANTED_WIDTH = 720;

export function learningPicture(
  subject: LearningSubject,
  moment: RunMoment,
  words: LearningWords,
  look: PictureLook,
): Drawing {
  const { image, learning, lesson } = subject;
  const guide = learning.filter ? FILTER_SIDE : learning.teacher.columns;
  const columns = image.columns + guide + lesson.examples[0].target.columns;
  const cell = pictureCell(columns, look.numbers);
  const problem = layPanels(problemPanels(subject, words, look), look, cell, [MARGIN, MARGIN]);
  const answerTop = MARGIN + problem.height + ROW_GAP;
  const answerCell = weightCell(lesson.start, look);
  const answer = layPanels(answerPanels(lesson, moment, words, look), look, answerCell, [MARGIN, answerTop]);
  const width = Math.max(problem.width, answer.width);
  const chartTop = answerTop + answer.height + ROW_GAP + (look.captions ? CHART_CAPTION : 0);
  const place = {
    x: MARGIN + CHART_INDENT,
    y: chartTop,
    width: width - CHART_INDENT,
    height: CHART_HEIGHT,
  };
  return {
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(chartTop + CHART_HEIGHT + CHART_FOOT + MARGIN / 2),
    background: look.inks.paper,
    title: words.title,
    shapes: [...problem.shapes, ...answer.shapes, ...lossShapes(subject, moment, place, words, look)],
  };
}

function problemPanels(
  { image, learning, lesson }: LearningSubject,
  words: LearningWords,
  look: PictureLook,
): Panel[] {
  const [{ target }, ...others] = lesson.examples;
  const targetCells = plainCells(target.values, look, look.inks.targetTint);
  const ofBatch = (caption: PanelCaption): PanelCaption =>
    others.length > 0 ? { ...caption, note: words.andMore(caption.note, others.length) } : caption;
  return [
    panelOf('image', ofBatch(sized(words.image, 'X', image)), image, greyCells(image.values)),
    ...guidePanels(learning, words, look),
    panelOf('target', ofBatch(sized(words.target, 'Y', target)), target, targetCells),
  ];
}

/** What makes the target of the image. A filter is named, and no kernel is drawn in its place. */
function guidePanels({ teacher }: LearningPart, words: LearningWords, look: PictureLook): Panel[] {
  if (words.filterName !== null) {
    const named: Panel = { words: { name: words.filter, symbol: '', note: words.filterName } };
    return look.captions ? [{ sign: '→' }, named, { sign: '→' }] : [{ sign: '→' }];
  }
  const caption = sized(words.teacher, 'K*', teacher);
  return [
    { sign: '⋆' },
    panelOf('teacher', caption, teacher, weightCells(teacher.values, look)),
    { sign: '=' },
  ];
}

function answerPanels(
  { start, startBias, frozen }: Lesson,
  { step, kernel, gradient, bias, biasGradient }: RunMoment,
  words: LearningWords,
  look: PictureLook,
): Panel[] {
  const learned = { name: words.learned, symbol: 'K', note: words.epochOf(step) };
  const slope = { name: words.gradient, symbol: '∂L/∂K', note: '' };
  // One scale of tints for a kernel and its bias.
  const weights = ({ values }: NumberGrid, beside: number | null): PaintedCell[] =>
    weightCells([...values, ...listOf(beside)], look, 4);
  const count = start.values.length;
  const [first, last] = [weights(start, startBias), weights(kernel, bias)];
  for (const index of frozen) {
    const cell = last[index];
    if (cell) last[index] = { ...cell, fill: look.inks.surface };
  }
  const ofBias = (name: string, symbol: string): PanelCaption => ({ name, symbol, note: '' });
  return [
    withBias(
      panelOf('start', sized(words.start, 'K₀', start), start, first.slice(0, count), WIDEST_WEIGHT),
      panelOf('start-bias', ofBias(words.bias, 'b₀'), ONE, first.slice(count), WIDEST_WEIGHT),
    ),
    { sign: '→' },
    withBias(
      panelOf('learned', learned, kernel, last.slice(0, count), WIDEST_WEIGHT, (x, y, cell) =>
        frozenMarks(frozen, kernel, [x, y], cell, look),
      ),
      panelOf('bias', ofBias(words.bias, 'b'), ONE, last.slice(count), WIDEST_WEIGHT),
    ),
    withBias(
      panelOf('gradient', slope, kernel, gradientCells(kernel.values, gradient?.values, look), WIDEST_WEIGHT),
      panelOf(
        'bias-gradient',
        ofBias(words.gradient, '∂L/∂b'),
        ONE,
        gradientCells(listOf(bias), listOf(biasGradient), look),
        WIDEST_WEIGHT,
      ),
    ),
  ];
}

/** The bias under its kernel; the kernel alone where the bias has no cell. */
function withBias(kernel: GridPanel, bias: GridPanel): Panel {
  const grids = bias.grids.filter(({ cells }) => cells.length > 0);
  return { grids: [...kernel.grids, ...grids] };
}

function listOf(value: number | null): readonly number[] {
  return value === null ? [] : [value];
}

function panelOf(
  name: string,
  caption: PanelCaption,
  { columns }: Pick<NumberGrid, 'columns'>,
  cells: readonly PaintedCell[],
  widest?: string,
  over: PanelGrid['over'] = () => [],
): GridPanel {
  return { grids: [{ name, caption, columns, cells, over, ...(widest === undefined ? {} : { widest }) }] };
}

/** As the page's buttons for them: dashed, and without the tint of a weight that learns. */
function frozenMarks(
  frozen: readonly number[],
  { columns }: NumberGrid,
  [x, y]: readonly [number, number],
  cell: number,
  { inks }: PictureLook,
): Shape[] {
  const inset = Math.max(1, cell / 12);
  return frozen.map((index) => ({
    kind: 'box',
    x: x + (index % columns) * cell + inset,
    y: y + Math.floor(index / columns) * cell + inset,
    width: cell - 2 * inset,
    height: cell - 2 * inset,
    stroke: inks.strong,
    line: 1.5,
    dash: [4, 3],
  }));
}

function sized(name: string, symbol: string, { rows, columns }: NumberGrid): PanelCaption {
  return { name, symbol, note: `${String(rows)} × ${String(columns)}` };
}

/** As many as there are weights; empty before the first step. */
function gradientCells(
  weights: readonly number[],
  gradient: readonly number[] | undefined,
  { inks }: PictureLook,
): PaintedCell[] {
  return weights.map((_, index) => {
    const value = gradient?.[index];
    const text = value === undefined ? '' : formatFixed(value, 3);
    return { fill: inks.gradientTint, ink: inks.ink, text };
  });
}

function weightCell({ columns }: NumberGrid, { numbers }: PictureLook): number {
  const smallest = numbers ? SMALLEST_WEIGHT_CELL : 0;
  return Math.max(smallest, Math.min(LARGEST_WEIGHT_CELL, Math.floor(WANTED_WIDTH / (3 * columns))));
}

function lossShapes(
  { losses, learning }: LearningSubject,
  { step }: RunMoment,
  place: ChartPlace,
  words: LearningWords,
  look: PictureLook,
): Shape[] {
  const end = Math.max(learning.steps, losses.length);
  const { logarithmic } = look;
  const chart = chartShapes({ values: losses, reached: step, end, logarithmic }, place, look);
  if (!look.captions) return chart;
  const { ink, soft } = look.inks;
  const { x, y, width, height } = place;
  const text = { kind: 'text', serif: false } as const;
  return [
    ...chart,
    {
      ...text,
      x: MARGIN,
      y: y - 14,
      size: 15,
      anchor: 'start',
      parts: [{ text: words.loss, ink, bold: true }],
    },
    {
      ...text,
      x: x + width,
      y: y + height + 36,
      size: 12.5,
      anchor: 'end',
      parts: [{ text: words.epoch, ink: soft }],
    },
  ];
}
