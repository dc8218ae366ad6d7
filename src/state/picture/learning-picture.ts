/** Scene 3 as a drawing: the problem, the answer so far, and the loss on the way to it. */
import { chartShapes, type ChartPlace } from '../../math/figure/chart.ts';
import type { Drawing, PaintedCell, Shape } from '../../math/figure/drawing.ts';
import type { PictureLook } from '../../math/figure/look.ts';
import { layPanels, type Panel, type PanelCaption } from '../../math/figure/panels.ts';
import { formatFixed } from '../../math/format.ts';
import type { LearningPart, NumberGrid } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { pictureCell } from './cell-size.ts';
import { greyCells, plainCells, weightCells } from './cells.ts';

/** A run as it stands after `step` updates. */
export interface RunMoment {
  readonly step: number;
  readonly kernel: NumberGrid;
  /** Null before the first step. */
  readonly gradient: NumberGrid | null;
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
  readonly target: string;
  readonly start: string;
  readonly learned: string;
  readonly gradient: string;
  readonly loss: string;
  readonly epoch: string;
  readonly epochOf: (step: number) => string;
}

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
  const columns = image.columns + learning.teacher.columns + lesson.examples[0].target.columns;
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
  { image, learning: { teacher }, lesson }: LearningSubject,
  words: LearningWords,
  look: PictureLook,
): Panel[] {
  const [{ target }] = lesson.examples;
  const targetCells = plainCells(target.values, look, look.inks.targetTint);
  return [
    panelOf('image', sized(words.image, 'X', image), image, greyCells(image.values)),
    { sign: '⋆' },
    panelOf('teacher', sized(words.teacher, 'K*', teacher), teacher, weightCells(teacher.values, look)),
    { sign: '=' },
    panelOf('target', sized(words.target, 'Y', target), target, targetCells),
  ];
}

function answerPanels(
  { start }: Lesson,
  { step, kernel, gradient }: RunMoment,
  words: LearningWords,
  look: PictureLook,
): Panel[] {
  const learned = { name: words.learned, symbol: 'K', note: words.epochOf(step) };
  const slope = { name: words.gradient, symbol: '∂L/∂K', note: '' };
  return [
    panelOf(
      'start',
      sized(words.start, 'K₀', start),
      start,
      weightCells(start.values, look, 4),
      WIDEST_WEIGHT,
    ),
    { sign: '→' },
    panelOf('learned', learned, kernel, weightCells(kernel.values, look, 4), WIDEST_WEIGHT),
    panelOf('gradient', slope, kernel, gradientCells(gradient, kernel, look), WIDEST_WEIGHT),
  ];
}

function panelOf(
  name: string,
  caption: PanelCaption,
  { columns }: NumberGrid,
  cells: readonly PaintedCell[],
  widest?: string,
): Panel {
  return { grids: [{ name, caption, columns, cells, ...(widest === undefined ? {} : { widest }) }] };
}

function sized(name: string, symbol: string, { rows, columns }: NumberGrid): PanelCaption {
  return { name, symbol, note: `${String(rows)} × ${String(columns)}` };
}

function gradientCells(
  gradient: NumberGrid | null,
  kernel: NumberGrid,
  { inks }: PictureLook,
): PaintedCell[] {
  return kernel.values.map((_, index) => {
    const value = gradient?.values[index];
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
