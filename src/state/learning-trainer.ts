/** A trainer for a layer, on whichever engine is open. */
import type { Engine, Trainer, TrainingReport } from '../engine/index.ts';
import type { LearningPart } from './document.ts';
import type { Layer } from './learning-layer.ts';

/** What a trainer takes of a set-up. */
export type StepSettings = Pick<LearningPart, 'loss' | 'optimizer' | 'rate'>;

/** A trainer on another engine, or the first one: the steps already taken are taken again. */
export async function reopen(
  engine: Engine,
  layer: Layer,
  settings: StepSettings,
  taken: number,
): Promise<Trainer> {
  const trainer = await openTrainer(engine, layer, settings);
  if (taken > 0) await trainer.advance(taken);
  return trainer;
}

/**
 * Step after step, because a report tells the last gradient only, until one is over or the time is up: one report of them
 * all. Takes one step at least, and `steps` at most.
 */
export async function advanceWatching(
  trainer: Trainer,
  steps: number,
  isOver: (report: TrainingReport) => boolean,
  durationMs: number,
): Promise<TrainingReport> {
  const startedMs = performance.now();
  const losses: number[] = [];
  for (;;) {
    const report = await trainer.advance(1);
    losses.push(...report.losses);
    const isLate = performance.now() - startedMs >= durationMs;
    if (losses.length === steps || isLate || isOver(report))
      return { ...report, losses: Float32Array.from(losses) };
  }
}

/** The CPU trains by the normal equations, whose steps do not depend on the image's size. */
function openTrainer(
  engine: Engine,
  { image, target, kernel }: Layer,
  { loss, optimizer, rate }: StepSettings,
): Promise<Trainer> {
  return engine.train({
    image,
    target,
    kernel,
    loss,
    optimizer: { ...optimizer, rate },
    method: engine.info.kind === 'cpu' ? 'gram' : 'passes',
  });
}
