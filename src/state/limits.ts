/** What may be entered: every number of the document has a range, whether typed, pasted or linked. */

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
}

export const LIMITS = {
  imageSide: { minimum: 1, maximum: 64, whole: true },
  kernelSide: { minimum: 1, maximum: 15, whole: true },
  value: { minimum: -9999, maximum: 9999, whole: false },
  /** Grey levels of a picture, from black to white, kept in hundredths. */
  pixel: { minimum: 0, maximum: 1, whole: false },
  weight: { minimum: -9999, maximum: 9999, whole: false },
  /** Ends of the colours of a response; responses go far past the values that make them. */
  scale: { minimum: -1e12, maximum: 1e12, whole: false },
  stride: { minimum: 1, maximum: 8, whole: true },
  padding: { minimum: 0, maximum: 8, whole: true },
  dilation: { minimum: 1, maximum: 8, whole: true },
  /** Layers of a stack, and the feature maps of one. */
  layers: { minimum: 1, maximum: 8, whole: true },
  channels: { minimum: 1, maximum: 16, whole: true },
  /** Level, channel, row and column of an element of a stack: eight layers that pad by 8 make 64 cells 192. */
  place: { minimum: 0, maximum: 255, whole: true },
  /** Draws of the weights that an effective field is averaged over. */
  draws: { minimum: 1, maximum: 100, whole: true },
  /** Side of the kernels that are stacked to see wider. */
  depthKernel: { minimum: 2, maximum: 7, whole: true },
  /** A dim image allows thousands. */
  rate: { minimum: 1e-6, maximum: 1e6, whole: false },
  steps: { minimum: 1, maximum: 100_000, whole: true },
  momentum: { minimum: 0, maximum: 0.9999, whole: false },
  dampening: { minimum: 0, maximum: 1, whole: false },
  weightDecay: { minimum: 0, maximum: 100, whole: false },
  beta: { minimum: 0, maximum: 0.999999, whole: false },
  epsilon: { minimum: 1e-12, maximum: 1, whole: false },
  threshold: { minimum: 0, maximum: 1e6, whole: false },
  noise: { minimum: 0, maximum: 100, whole: false },
  /** Images of a batch beside the painted one, and rivals of a run. */
  batch: { minimum: 0, maximum: 7, whole: true },
  rivals: { minimum: 0, maximum: 3, whole: true },
  seed: { minimum: 0, maximum: 4_294_967_295, whole: true },
} as const satisfies Record<string, Range>;

/** Why a number is not in a range; null when it is. */
export function rangeFault(
  value: number,
  range: Range,
): 'not-a-number' | 'not-whole' | 'out-of-range' | null {
  if (Number.isNaN(value)) return 'not-a-number';
  if (value < range.minimum || value > range.maximum) return 'out-of-range';
  return range.whole && !Number.isInteger(value) ? 'not-whole' : null;
}
