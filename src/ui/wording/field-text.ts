/** Full names of the fields, as messages use them. */
import { msg } from '@lit/localize';
import type { FieldName } from '../../state/input.ts';

const FIELD_NAMES: Readonly<Record<FieldName, () => string>> = {
  image: () => msg('Image'),
  kernel: () => msg('Kernel'),
  teacher: () => msg('Teacher'),
  start: () => msg('Start'),
  'image-rows': () => msg('Image rows'),
  'image-columns': () => msg('Image columns'),
  'kernel-rows': () => msg('Kernel rows'),
  'kernel-columns': () => msg('Kernel columns'),
  'teacher-rows': () => msg('Teacher rows'),
  'teacher-columns': () => msg('Teacher columns'),
  'stride-y': () => msg('Stride down'),
  'stride-x': () => msg('Stride right'),
  'padding-top': () => msg('Padding top'),
  'padding-left': () => msg('Padding left'),
  'padding-bottom': () => msg('Padding bottom'),
  'padding-right': () => msg('Padding right'),
  'dilation-y': () => msg('Dilation down'),
  'dilation-x': () => msg('Dilation right'),
  'learner-rows': () => msg('Learner rows'),
  'learner-columns': () => msg('Learner columns'),
  target: () => msg('Target'),
  noise: () => msg('Noise on the target'),
  'noise-seed': () => msg('Seed of the noise'),
  'stop-loss': () => msg('Stop at a loss of'),
  'stop-gradient': () => msg('Stop at a gradient of'),
  loss: () => msg('Loss'),
  optimizer: () => msg('Optimiser'),
  momentum: () => msg('Momentum'),
  dampening: () => msg('Dampening'),
  'weight-decay': () => msg('Weight decay'),
  beta1: () => 'β₁',
  beta2: () => 'β₂',
  epsilon: () => 'ε',
  rate: () => msg('Learning rate'),
  steps: () => msg('Epochs'),
  seed: () => msg('Seed'),
  'scale-low': () => msg('Lowest value of the colours'),
  'scale-high': () => msg('Highest value of the colours'),
};

export function fieldName(field: FieldName): string {
  return FIELD_NAMES[field]();
}
