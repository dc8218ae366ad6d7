/** Looks of pictures for the tests, with a colour of its own for every ink. */
import type { FigureInks, PictureLook } from '../../../src/math/figure/look.ts';

export const INKS: FigureInks = {
  paper: '#fcfcfa',
  surface: '#ffffff',
  sunken: '#e4e4dc',
  ink: '#1c1e22',
  soft: '#565b63',
  rule: '#dddcd5',
  strong: '#8a8d92',
  kernel: '#f0a830',
  kernelNegative: '#4a8fca',
  kernelTint: '#fdf1da',
  field: '#b87300',
  gradient: '#6d3fb0',
  targetTint: '#e3f3e9',
  gradientTint: '#f1ebfb',
};

export const PLAIN_LOOK: PictureLook = {
  theme: 'light',
  inks: INKS,
  captions: true,
  numbers: true,
  marks: false,
  logarithmic: false,
};
