/** When a run stops by itself before its last epoch. */
import type { TrainingReport } from '../engine/index.ts';
import type { StopThreshold } from './document.ts';

/**
 * How many of a report's steps are to be kept, because the kernel after them has a loss, or a gradient's length, at or
 * below its threshold; null to go on. Losses and gradient are from before their update.
 */
export function stepsToStop(stop: StopThreshold, { losses, gradient }: TrainingReport): number | null {
  const byLoss = stop.loss > 0 ? losses.findIndex((loss) => loss <= stop.loss) : -1;
  const length = Math.hypot(...gradient.data);
  const byGradient = watchesGradient(stop) && length <= stop.gradient ? losses.length - 1 : -1;
  const reached = [byLoss, byGradient].filter((steps) => steps >= 0);
  return reached.length > 0 ? Math.min(...reached) : null;
}

export function watchesGradient({ gradient }: StopThreshold): boolean {
  return gradient > 0;
}
