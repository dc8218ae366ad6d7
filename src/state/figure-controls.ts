/** What a figure in somebody's page shows around itself: the value of the flag `embed`, `#embed=play,sum`. */
import type { SceneName } from './address.ts';

export const FIGURE_CONTROLS = [
  'text', // the question and its introduction
  'play', // sliding the window, running the learning
  'sum', // the arithmetic of an element
  'charts', // loss and weights of a run
  'colors', // how the response is coloured
  'tools', // drawing, kernels, geometry, layers, set-up
  'undo', // undo, redo, start again
  'engine', // who computes
] as const;
export type FigureControl = (typeof FIGURE_CONTROLS)[number];

/** What a figure shows whose author chose nothing. */
export const DEFAULT_CONTROLS: readonly FigureControl[] = ['play', 'sum', 'charts'];

/** Names between commas or spaces, `all`, or `none`; an empty text is the default. A name of another version is passed over. */
export function parseControls(text: string): readonly FigureControl[] {
  const names = new Set(text.split(/[\s,]+/));
  if (names.has('all')) return FIGURE_CONTROLS;
  const chosen = FIGURE_CONTROLS.filter((control) => names.has(control));
  return chosen.length > 0 || names.has('none') ? chosen : DEFAULT_CONTROLS;
}

/** The text that `parseControls` reads: the shortest for none, for all and for the default. */
export function formatControls(controls: readonly FigureControl[]): string {
  const chosen = FIGURE_CONTROLS.filter((control) => controls.includes(control));
  if (chosen.length === 0) return 'none';
  if (chosen.length === FIGURE_CONTROLS.length) return 'all';
  const text = chosen.join(',');
  return text === DEFAULT_CONTROLS.join(',') ? '' : text;
}

/** The controls that a scene has at all. */
export function sceneControls(scene: SceneName): readonly FigureControl[] {
  const lacks: Readonly<Record<SceneName, readonly FigureControl[]>> = {
    correlation: ['charts'],
    edges: ['play', 'charts'],
    learning: ['sum', 'colors'],
    receptive: ['play', 'sum', 'charts'],
  };
  return FIGURE_CONTROLS.filter((control) => !lacks[scene].includes(control));
}

/** The controls that are left out. */
export function controlsWithout(controls: readonly FigureControl[]): readonly FigureControl[] {
  return FIGURE_CONTROLS.filter((control) => !controls.includes(control));
}
