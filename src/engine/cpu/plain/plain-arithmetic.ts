/** Plain TypeScript: sums in float64 in a fixed order, rounded once to float32. */
import { responseShape } from '../../../math/geometry.ts';
import { squaredError, squaredErrorGradient } from '../../../math/loss.ts';
import type { CheckedProblem } from '../../training-problem.ts';
import type { OpenLoss } from '../../open-loss.ts';
import type { Arithmetic } from '../arithmetic.ts';
import { correlate, imageGradient, kernelGradient } from './operations.ts';

export class PlainArithmetic implements Arithmetic {
  readonly name = 'TypeScript, float64 sums';
  readonly correlate = correlate;
  readonly kernelGradient = kernelGradient;
  readonly imageGradient = imageGradient;

  dispose(): void {
    // Nothing outlives the garbage collector.
  }

  openLoss({ plan, image, target, loss }: CheckedProblem): OpenLoss {
    // Copies, as a device would have: the caller may go on using its arrays.
    const ownImage = image.slice();
    const expected = { shape: responseShape(plan), data: target.slice() };
    return {
      evaluate(weights, gradient) {
        const response = correlate(plan, ownImage, Float32Array.from(weights));
        const upstream = Float32Array.from(squaredErrorGradient(response, expected, loss).data);
        gradient.set(kernelGradient(plan, ownImage, upstream).data);
        return squaredError(response, expected, loss);
      },
      close() {
        // Nothing outlives the garbage collector.
      },
    };
  }
}
