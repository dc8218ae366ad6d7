/** Names of the examples. */
import { msg } from '@lit/localize';
import type { ExampleName } from '../../state/example-name.ts';
import { stackExampleName } from './layer-text.ts';
import { presetName } from './preset-text.ts';

const TEXTS: Readonly<Record<ExampleName, () => string>> = {
  counting: () => msg('19, 25, 37, 43: the tutorial’s numbers'),
  padding: () => msg('padding keeps the size'),
  stride: () => msg('a stride of 2'),
  dilation: () => msg('a dilated kernel'),
  convolution: () => msg('true convolution'),
  difference: () => presetName('difference'),
  sobel: () => presetName('sobel'),
  'sobel-down': () => presetName('sobel-down'),
  'laplacian-8': () => presetName('laplacian-8'),
  sharpen: () => presetName('sharpen'),
  emboss: () => presetName('emboss'),
  gaussian: () => presetName('gaussian'),
  gabor: () => presetName('gabor'),
  learning: () => msg('the tutorial’s ten epochs'),
  momentum: () => msg('with momentum'),
  'learn-sobel': () => msg('Adam finds Sobel'),
  'too-fast': () => msg('a rate that is too large'),
  'receptive-field': () => stackExampleName('article'),
  'padded-stack': () => stackExampleName('padded'),
  'edge-stack': () => stackExampleName('edges'),
  'dilated-stack': () => stackExampleName('dilated'),
  lenet: () => stackExampleName('lenet'),
  'deep-stack': () => stackExampleName('deep'),
};

export function exampleText(name: ExampleName): string {
  return TEXTS[name]();
}
