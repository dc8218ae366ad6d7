/** Names of the edits, for undo and redo. */
import { msg } from '@lit/localize';
import type { ActionName } from '../../state/action.ts';

const ACTION_NAMES: Readonly<Record<ActionName, () => string>> = {
  'set-image-cell': () => msg('edit of the image'),
  'set-kernel-cell': () => msg('edit of the kernel'),
  'set-kernel': () => msg('another kernel'),
  'paste-image': () => msg('pasted numbers'),
  'paste-kernel': () => msg('pasted numbers'),
  'random-kernel': () => msg('random kernel'),
  'transpose-kernel': () => msg('transposed kernel'),
  'rotate-kernel': () => msg('turned kernel'),
  'mirror-kernel': () => msg('mirrored kernel'),
  'upend-kernel': () => msg('upended kernel'),
  'negate-kernel': () => msg('negated kernel'),
  'normalize-kernel': () => msg('normalised kernel'),
  'resize-image': () => msg('image size'),
  'resize-kernel': () => msg('kernel size'),
  'set-stride': () => msg('stride'),
  'set-padding': () => msg('padding'),
  'set-dilation': () => msg('dilation'),
  'set-flip': () => msg('flip'),
  'reset-correlation': () => msg('back to the example'),
  paint: () => msg('painting'),
  'clear-picture': () => msg('white image'),
  'invert-picture': () => msg('inverted image'),
  'transpose-picture': () => msg('transposed image'),
  'rotate-picture': () => msg('turned image'),
  'mirror-picture': () => msg('mirrored image'),
  'upend-picture': () => msg('upended image'),
  'shift-picture': () => msg('shifted image'),
  'reset-edges': () => msg('back to the example'),
  'set-teacher-cell': () => msg('edit of the teacher'),
  'resize-teacher': () => msg('teacher size'),
  'resize-learner': () => msg('size of the learner'),
  'set-target': () => msg('target'),
  'set-noise': () => msg('noise'),
  'set-stop': () => msg('threshold'),
  'set-loss': () => msg('loss'),
  'set-optimizer': () => msg('optimiser'),
  'set-start': () => msg('start'),
  'set-rate': () => msg('learning rate'),
  'set-steps': () => msg('epochs'),
  'reset-learning': () => msg('back to the example'),
  'set-view': () => msg('colours of the response'),
  'open-link': () => msg('opened link'),
  'restore-work': () => msg('your own work'),
};

export function actionName(name: ActionName): string {
  return ACTION_NAMES[name]();
}
