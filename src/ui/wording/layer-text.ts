/** Layers of a stack in words. */
import { msg, str } from '@lit/localize';
import type { ActivationName, LayerShape, PoolingMethod, StackFault } from '../../math/stack/layer.ts';
import type { StackExample } from '../../state/stack-examples.ts';

export function kindName(kind: LayerShape['kind']): string {
  switch (kind) {
    case 'correlation':
      return msg('correlation');
    case 'pooling':
      return msg('pooling');
    case 'activation':
      return msg('activation');
  }
}

export function activationText(name: ActivationName): string {
  switch (name) {
    case 'none':
      return msg('none');
    case 'relu':
      return 'ReLU';
    case 'tanh':
      return 'tanh';
  }
}

export function poolingText(method: PoolingMethod): string {
  switch (method) {
    case 'max':
      return msg('maximum');
    case 'average':
      return msg('average');
  }
}

/** Such as "3 × 3, stride 2": what stands between two levels of a figure. */
export function layerText(layer: LayerShape): string {
  switch (layer.kind) {
    case 'activation':
      return layer.name === 'none' ? msg('no activation') : activationText(layer.name);
    case 'pooling': {
      const window = `${String(layer.size)} × ${String(layer.size)}`;
      return layer.method === 'max'
        ? msg(str`max pooling ${window}, stride ${layer.stride}`)
        : msg(str`average pooling ${window}, stride ${layer.stride}`);
    }
    case 'correlation': {
      const parts = [`${String(layer.kernel[0])} × ${String(layer.kernel[1])}`];
      if (layer.stride > 1) parts.push(msg(str`stride ${layer.stride}`));
      if (layer.padding > 0) parts.push(msg(str`padding ${layer.padding}`));
      if (layer.dilation > 1) parts.push(msg(str`dilation ${layer.dilation}`));
      return parts.join(msg(', '));
    }
  }
}

/** Why a layer cannot be, and what would fit: a sentence a line. */
export function faultText({ axis, window, available, largest, padding }: StackFault): string {
  const problem =
    axis === 'height'
      ? msg(str`The window is ${window} cells high, and there are ${available}.`)
      : msg(str`The window is ${window} cells wide, and there are ${available}.`);
  const way =
    padding === null
      ? msg(str`A window of at most ${largest} would fit.`)
      : msg(str`A kernel of at most ${largest} would fit, or a padding of at least ${padding}.`);
  return [problem, way, msg('From here on nothing is computed.')].join('\n');
}

export function stackExampleName(name: StackExample): string {
  switch (name) {
    case 'article':
      return msg('two layers of 2×2');
    case 'padded':
      return msg('a field larger than the image');
    case 'edges':
      return msg('edges, ReLU, pooling');
    case 'dilated':
      return msg('growing dilation');
    case 'lenet':
      return 'LeNet-5';
    case 'deep':
      return msg('eight layers of 3×3');
  }
}
