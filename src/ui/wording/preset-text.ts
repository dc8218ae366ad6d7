/** Names of the kernels in the gallery, and of their parameters. */
import { msg } from '@lit/localize';
import type { ParameterName, PresetName } from '../../math/kernels/preset.ts';

const PRESETS: Readonly<Record<PresetName, () => string>> = {
  identity: () => msg('identity'),
  shift: () => msg('shift'),
  difference: () => '[1, −1]',
  'difference-down': () => '[1, −1]⊤',
  roberts: () => 'Roberts',
  prewitt: () => 'Prewitt →',
  'prewitt-down': () => 'Prewitt ↓',
  sobel: () => 'Sobel →',
  'sobel-down': () => 'Sobel ↓',
  scharr: () => 'Scharr →',
  'scharr-down': () => 'Scharr ↓',
  'laplacian-4': () => msg('Laplacian, 4'),
  'laplacian-8': () => msg('Laplacian, 8'),
  'laplacian-of-gaussian': () => msg('Laplacian of Gaussian'),
  sharpen: () => msg('sharpen'),
  emboss: () => msg('emboss'),
  corner: () => msg('corners'),
  box: () => msg('box blur'),
  gaussian: () => msg('Gaussian'),
  motion: () => msg('motion blur'),
  gabor: () => 'Gabor',
};

const PARAMETERS: Readonly<Record<ParameterName, () => string>> = {
  size: () => msg('size'),
  sigma: () => 'σ',
  angle: () => msg('angle'),
  wavelength: () => msg('wavelength'),
};

export function presetName(name: PresetName): string {
  return PRESETS[name]();
}

export function parameterName(name: ParameterName): string {
  return PARAMETERS[name]();
}
