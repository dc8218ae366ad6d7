/** What an edit is: a named, pure step from one document to the next. */
import type { OptimizerProblem } from '../math/optimizer-error.ts';
import type { GeometryProblem, ShapeProblem } from '../math/problem.ts';
import type { BlockProblem } from './block-error.ts';
import type { PlaygroundDocument } from './document.ts';
import type { InputProblem } from './input.ts';

/** Edits that put another kernel in place of the present one. */
export type KernelEdit =
  | 'set-kernel'
  | 'paste-kernel'
  | 'clear-kernel-cells'
  | 'random-kernel'
  | 'transpose-kernel'
  | 'rotate-kernel'
  | 'mirror-kernel'
  | 'upend-kernel'
  | 'negate-kernel'
  | 'normalize-kernel';

/** Edits that put another image in place of the present one. */
export type ImageEdit =
  | 'resize-image'
  | 'paint'
  | 'draw-line'
  | 'draw-rectangle'
  | 'draw-ellipse'
  | 'fill-image'
  | 'stamp-image'
  | 'move-selection'
  | 'paste-image'
  | 'clear-image-cells'
  | 'example-picture'
  | 'photograph'
  | 'clear-picture'
  | 'invert-picture'
  | 'transpose-picture'
  | 'turn-picture'
  | 'mirror-picture'
  | 'upend-picture'
  | 'shift-picture'
  | 'noise';

/** Every edit by name, so that undo can say what it takes back. */
export type ActionName =
  | 'set-image-cell'
  | 'set-kernel-cell'
  | KernelEdit
  | ImageEdit
  | 'resize-kernel'
  | 'set-stride'
  | 'set-padding'
  | 'set-dilation'
  | 'set-flip'
  | 'reset-correlation'
  | 'reset-edges'
  | 'set-teacher-cell'
  | 'set-teacher'
  | 'resize-teacher'
  | 'resize-learner'
  | 'set-target'
  | 'set-noise'
  | 'set-loss'
  | 'set-stop'
  | 'set-optimizer'
  | 'set-start'
  | 'set-rate'
  | 'set-steps'
  | 'change-batch'
  | 'set-bias'
  | 'freeze-weight'
  | 'change-race'
  | 'reset-learning'
  | 'set-view'
  | 'add-layer'
  | 'remove-layer'
  | 'move-layer'
  | 'fix-stack'
  | 'edit-layer'
  | 'set-layer-weights'
  | 'example-stack'
  | 'set-depth'
  | 'set-draws'
  | 'set-network'
  | 'pin-element'
  | 'open-link'
  | 'open-document'
  | 'start-again'
  | 'restore-work';

/** Why an edit cannot be; the document stays as it was. */
export type ActionFailure = InputProblem | BlockProblem | GeometryProblem | ShapeProblem | OptimizerProblem;

export interface NamedAction<Input> {
  readonly name: ActionName;
  /** Throws InputError, GeometryError, ShapeError or OptimizerError for an input that cannot be. */
  readonly run: (document: PlaygroundDocument, input: Input) => PlaygroundDocument;
}

export function defineAction<Input>(
  name: ActionName,
  run: (document: PlaygroundDocument, input: Input) => PlaygroundDocument,
): NamedAction<Input> {
  return { name, run };
}
