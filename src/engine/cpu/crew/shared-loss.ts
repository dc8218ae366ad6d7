/** The loss of a training problem from the sums of its strips: this thread's, and those of other cores. */
import type { OpenLoss } from '../../open-loss.ts';
import type { StripLoss, StripSums } from '../wasm/strip-loss.ts';

/** Strips that another core holds. */
export interface RemoteStrips {
  evaluate(weights: Float64Array): Promise<StripSums>;
  close(): void;
}

/** `own` are the first strips, `others` the further ones in their order; the loss is `scale` · Σ residual². */
export function makeSharedLoss(
  scale: number,
  own: StripLoss,
  others: readonly RemoteStrips[],
  onClose: () => void,
): OpenLoss {
  const add = (gradient: Float64Array, all: readonly StripSums[]): number => {
    for (let i = 0; i < gradient.length; i++) {
      let total = 0;
      for (const { gradients } of all) {
        for (let at = i; at < gradients.length; at += gradient.length) total += gradients[at] ?? 0;
      }
      gradient[i] = Math.fround(total);
    }
    let squares = 0;
    for (const sums of all) for (const strip of sums.squares) squares += strip;
    return scale * squares;
  };
  return {
    evaluate(weights, gradient) {
      if (others.length === 0) return add(gradient, [own.evaluate(weights)]);
      const pending = Promise.all(others.map((strips) => strips.evaluate(weights)));
      const mine = own.evaluate(weights);
      return pending.then((rest) => add(gradient, [mine, ...rest]));
    },
    close() {
      for (const strips of others) strips.close();
      onClose();
    },
  };
}
