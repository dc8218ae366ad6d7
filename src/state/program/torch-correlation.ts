/** One correlation as a PyTorch program. */
import type { CorrelationPart } from '../document.ts';
import { hasPadding, pairText, settings } from './geometry-text.ts';
import { planeText } from './torch-tensor.ts';

export function torchCorrelation({
  image,
  kernel,
  stride,
  padding,
  dilation,
  flip,
}: CorrelationPart): string {
  const [top, left, bottom, right] = padding.map(String);
  const more = settings([
    ['stride', stride],
    ['dilation', dilation],
  ]);
  return [
    'import torch',
    'from torch.nn import functional as F',
    '',
    `X = ${planeText(image)}`,
    `K = ${planeText(kernel)}`,
    ...(flip ? ['K = K.flip(2, 3)  # true convolution: the kernel turned by half a turn'] : []),
    ...(hasPadding(padding) ? [`X = F.pad(X, (${[left, right, top, bottom].join(', ')}))`] : []),
    `Y = F.conv2d(X, K${more.map(([name, pair]) => `, ${name}=${pairText(pair)}`).join('')})`,
    'print(Y[0, 0])',
    '',
  ].join('\n');
}
