/** Median and spread of a few samples. */

export interface Figure {
  readonly minimum: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
  readonly samples: number;
}

/** Quartiles by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996). Throws without samples. */
export function summarise(samples: readonly number[]): Figure {
  if (samples.length === 0) throw new RangeError('no samples');
  const sorted = [...samples].sort((a, b) => a - b);
  const quantile = (p: number): number => {
    const position = p * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? 0;
    const above = sorted[Math.ceil(position)] ?? 0;
    return below + (position - Math.floor(position)) * (above - below);
  };
  return {
    minimum: quantile(0),
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
    maximum: quantile(1),
    samples: sorted.length,
  };
}
