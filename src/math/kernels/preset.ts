/** The gallery of kernels by name, each with the parameters that it takes. */
import {
  CORNER,
  DIFFERENCE,
  EMBOSS,
  IDENTITY,
  LAPLACIAN_4,
  LAPLACIAN_8,
  PREWITT,
  ROBERTS,
  SCHARR,
  SHARPEN,
  SHIFT,
  SOBEL,
  type Rows,
} from './fixed.ts';
import { makeBox, makeGabor, makeGaussian, makeLaplacianOfGaussian, makeMotion } from './made.ts';

/** Side and widths in cells, angle in degrees. */
export interface PresetParameters {
  readonly size: number;
  readonly sigma: number;
  readonly angle: number;
  readonly wavelength: number;
}

export type ParameterName = keyof PresetParameters;

export const DEFAULT_PARAMETERS: PresetParameters = { size: 5, sigma: 1, angle: 45, wavelength: 4 };

interface Preset {
  readonly uses: readonly ParameterName[];
  readonly make: (parameters: PresetParameters) => Rows;
}

const fixed = (rows: Rows): Preset => ({ uses: [], make: () => rows });

/** In the order of the gallery. */
export const PRESETS = {
  identity: fixed(IDENTITY),
  shift: fixed(SHIFT),
  difference: fixed(DIFFERENCE),
  'difference-down': fixed(transposed(DIFFERENCE)),
  roberts: fixed(ROBERTS),
  prewitt: fixed(PREWITT),
  'prewitt-down': fixed(transposed(PREWITT)),
  sobel: fixed(SOBEL),
  'sobel-down': fixed(transposed(SOBEL)),
  scharr: fixed(SCHARR),
  'scharr-down': fixed(transposed(SCHARR)),
  'laplacian-4': fixed(LAPLACIAN_4),
  'laplacian-8': fixed(LAPLACIAN_8),
  'laplacian-of-gaussian': {
    uses: ['size', 'sigma'],
    make: ({ size, sigma }) => makeLaplacianOfGaussian(size, sigma),
  },
  sharpen: fixed(SHARPEN),
  emboss: fixed(EMBOSS),
  corner: fixed(CORNER),
  box: { uses: ['size'], make: ({ size }) => makeBox(size) },
  gaussian: { uses: ['size', 'sigma'], make: ({ size, sigma }) => makeGaussian(size, sigma) },
  motion: { uses: ['size', 'angle'], make: ({ size, angle }) => makeMotion(size, angle) },
  gabor: {
    uses: ['size', 'angle', 'wavelength', 'sigma'],
    make: ({ size, angle, wavelength, sigma }) => makeGabor(size, angle, wavelength, sigma),
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = Object.keys(PRESETS) as readonly PresetName[];

function transposed(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}
