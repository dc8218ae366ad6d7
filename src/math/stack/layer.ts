/** The layers of a stack: correlations, poolings and activations, alike along both axes but for the kernel's sides. */
import { dilatedLength, type Size } from '../geometry.ts';
import type { AxisLayer } from './receptive-field.ts';

export const ACTIVATIONS = ['none', 'relu', 'tanh'] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

export const POOLINGS = ['max', 'average'] as const;
export type PoolingMethod = (typeof POOLINGS)[number];

export interface CorrelationShape {
  readonly kind: 'correlation';
  readonly kernel: Size;
  readonly stride: number;
  /** Rings of zeros around what comes in. */
  readonly padding: number;
  readonly dilation: number;
  /** Kernels, and so feature maps that go out. */
  readonly channels: number;
}

export interface PoolingLayer {
  readonly kind: 'pooling';
  readonly method: PoolingMethod;
  /** Side of the window. */
  readonly size: number;
  readonly stride: number;
}

export interface ActivationLayer {
  readonly kind: 'activation';
  readonly name: ActivationName;
}

/** What a layer does to sizes. */
export type LayerShape = CorrelationShape | PoolingLayer | ActivationLayer;

/** `[channels, height, width]` of what goes from layer to layer. */
export type MapShape = readonly [channels: number, height: number, width: number];

export interface StackPlan {
  /** Of the image and then of every layer's output; it ends before a layer that cannot be. */
  readonly shapes: readonly MapShape[];
  /** That layer, counted from 0: its window is larger than what comes in. */
  readonly faultAt: number | null;
}

/** A layer along one axis, 0 for down and 1 for right; an activation sees one cell. */
export function axisLayer(layer: LayerShape, axis: 0 | 1): AxisLayer {
  switch (layer.kind) {
    case 'correlation': {
      const { kernel, stride, padding, dilation } = layer;
      return { kernel: kernel[axis], stride, padding, dilation };
    }
    case 'pooling':
      return { kernel: layer.size, stride: layer.stride, padding: 0, dilation: 1 };
    case 'activation':
      return { kernel: 1, stride: 1, padding: 0, dilation: 1 };
  }
}

/** The sizes through a stack, as far as they go: per axis ⌊(n + 2p − window) / s⌋ + 1. */
export function planStack(image: MapShape, layers: readonly LayerShape[]): StackPlan {
  const shapes = [image];
  for (const [index, layer] of layers.entries()) {
    const [channels, height, width] = shapes.at(-1) ?? image;
    const rows = outputLength(axisLayer(layer, 0), height);
    const columns = outputLength(axisLayer(layer, 1), width);
    if (rows < 1 || columns < 1) return { shapes, faultAt: index };
    shapes.push([layer.kind === 'correlation' ? layer.channels : channels, rows, columns]);
  }
  return { shapes, faultAt: null };
}

/** Weights of a layer that gets `channels` maps, without biases. */
export function weightCount(layer: LayerShape, channels: number): number {
  if (layer.kind !== 'correlation') return 0;
  return layer.channels * channels * layer.kernel[0] * layer.kernel[1];
}

function outputLength({ kernel, stride, padding, dilation }: AxisLayer, length: number): number {
  return Math.floor((length + 2 * padding - dilatedLength(kernel, dilation)) / stride) + 1;
}
