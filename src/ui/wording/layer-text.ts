/** Layers of a stack in words. */
import { msg, str } from '@lit/localize';
import { dilatedLength } from '../../math/geometry.ts';
import {
  axisLayer,
  type ActivationName,
  type LayerShape,
  type MapShape,
  type PoolingMethod,
} from '../../math/stack/layer.ts';
import type { StackFix } from '../../state/stack-fixes.ts';
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

/** Why a layer cannot be: what its window spans, and what there is, padding included. */
export function faultText(layer: LayerShape, [, height, width]: MapShape, isFixable: boolean): string {
  const [down, right] = [axisLayer(layer, 0), axisLayer(layer, 1)];
  const span = [down, right].map(({ kernel, dilation }) => dilatedLength(kernel, dilation)).join(' × ');
  const there = [height + 2 * down.padding, width + 2 * right.padding].join(' × ');
  const problem = msg(
    str`The window is ${span} cells, and there are ${there}: from here on nothing is computed.`,
  );
  const way = isFixable
    ? msg('This would fit:')
    : msg('Nothing within the limits would fit: remove this layer, or one before it.');
  return `${problem} ${way}`;
}

export function fixText(fix: StackFix): string {
  switch (fix.kind) {
    case 'padding':
      return msg(str`padding ${fix.value}`);
    case 'dilation':
      return msg(str`dilation ${fix.value}`);
    case 'kernel':
      return msg(str`window ${fix.rows} × ${fix.columns}`);
    case 'image':
      return msg(str`image ${fix.rows} × ${fix.columns}`);
  }
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
