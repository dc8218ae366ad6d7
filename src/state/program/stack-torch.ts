/** A stack as a PyTorch program. */
import type { CorrelationLayer, ReceptivePart, StackLayer } from '../stack.ts';
import { floatText } from './literal.ts';
import { kernelsText, placedLayers, type PlacedLayer } from './stack-layers.ts';
import { planeText } from './torch-tensor.ts';

export function torchStack(part: ReceptivePart): string {
  const placed = placedLayers(part);
  return [
    'import torch',
    'from torch import nn',
    '',
    `X = ${planeText(part.image)}`,
    '',
    ...placed.flatMap(weightLines),
    'stack = nn.Sequential(',
    ...placed.map(({ number, layer }) => `    ${moduleText(number, layer)},`),
    ')',
    'with torch.no_grad():',
    '    Y = stack(X)[0]',
    'print(Y)',
    '',
  ].join('\n');
}

function weightLines({ number, layer, input }: PlacedLayer): readonly string[] {
  if (layer.kind !== 'correlation') return [];
  const { weights } = layer;
  const module = `conv${String(number)} = ${convText(layer, input[0])}`;
  if (weights.kind === 'torch') return [`torch.manual_seed(${String(weights.seed)})`, module];
  const kernels = kernelsText(weights.kernels, floatText);
  // The same kernel on every map that comes in: PyTorch repeats it along the axis of length one.
  return [module, `conv${String(number)}.weight.data[:] = torch.tensor(${kernels})[:, None]`];
}

function convText({ kernel, stride, padding, dilation, channels }: CorrelationLayer, inputs: number): string {
  const settings = { stride: [stride, 1], padding: [padding, 0], dilation: [dilation, 1] };
  const more = Object.entries(settings)
    .filter(([, [value, normal]]) => value !== normal)
    .map(([name, [value]]) => `, ${name}=${String(value)}`);
  return `nn.Conv2d(${String(inputs)}, ${String(channels)}, (${kernel.join(', ')})${more.join('')}, bias=False)`;
}

function moduleText(number: number, layer: StackLayer): string {
  switch (layer.kind) {
    case 'correlation':
      return `conv${String(number)}`;
    case 'pooling':
      return `nn.${layer.method === 'max' ? 'Max' : 'Avg'}Pool2d(${String(layer.size)}, ${String(layer.stride)})`;
    case 'activation':
      return { none: 'nn.Identity()', relu: 'nn.ReLU()', tanh: 'nn.Tanh()' }[layer.name];
  }
}
