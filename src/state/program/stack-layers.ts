/** The layers of a stack as programs write them: as far as the stack goes, with the sizes on the way. */
import { planStack, type MapShape } from '../../math/stack/layer.ts';
import type { NumberGrid } from '../document.ts';
import { stackImage, type CorrelationLayer, type ReceptivePart, type StackLayer } from '../stack.ts';
import { nestedText } from './literal.ts';

export interface PlacedLayer {
  /** Counted from 1. */
  readonly number: number;
  readonly layer: StackLayer;
  /** Of what comes in, and of what goes out. */
  readonly input: MapShape;
  readonly output: MapShape;
}

export function placedLayers({ image, layers }: ReceptivePart): readonly PlacedLayer[] {
  const { shapes } = planStack(stackImage(image), layers);
  return shapes.slice(1).flatMap((output, index) => {
    const [layer, input] = [layers[index], shapes[index]];
    return layer && input ? [{ number: index + 1, layer, input, output }] : [];
  });
}

export function hasSeed(placed: readonly PlacedLayer[]): boolean {
  return placed.some(({ layer }) => layer.kind === 'correlation' && layer.weights.kind === 'torch');
}

export function hasLayer(placed: readonly PlacedLayer[], kind: StackLayer['kind']): boolean {
  return placed.some(({ layer }) => layer.kind === kind);
}

/** The low 32 bits, which are all that PyTorch takes of a seed. */
export function seedText(seed: number): string {
  return String(((seed % 2 ** 32) + 2 ** 32) % 2 ** 32);
}

/** `6, 1, 5, 5`: maps that go out and come in, and the kernel's sides. */
export function weightShape({ channels, kernel }: CorrelationLayer, [inputs]: MapShape): string {
  return [channels, inputs, ...kernel].join(', ');
}

/** Typed kernels as a list, `[out, height, width]`. */
export function kernelsText(kernels: readonly NumberGrid[], cell: (value: number) => string): string {
  return `[${kernels.map((kernel) => nestedText(kernel, cell)).join(', ')}]`;
}

/** What a layer is and gives, for a comment beside it. */
export function layerNote({ number, layer, output }: PlacedLayer): string {
  return `${String(number)}: ${nameOf(layer)}, gives ${output.join(' x ')}`;
}

function nameOf(layer: StackLayer): string {
  switch (layer.kind) {
    case 'correlation':
      return `correlation ${layer.kernel.join(' x ')}`;
    case 'pooling':
      return `${layer.method} pooling ${String(layer.size)} x ${String(layer.size)}`;
    case 'activation':
      return layer.name === 'none' ? 'no activation' : layer.name;
  }
}
