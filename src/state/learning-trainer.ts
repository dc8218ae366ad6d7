/** A trainer for a lesson, on whichever engine is open. */
import type { Engine, Trainer } from '../engine/index.ts';
import { gridTensor } from './document.ts';
import type { LearningSetup, Lesson } from './learning-lesson.ts';

/** A trainer on another engine, or the first one: the steps already taken are taken again. */
export async function reopen(
  engine: Engine,
  lesson: Lesson,
  setup: LearningSetup,
  taken: number,
): Promise<Trainer> {
  const trainer = await openTrainer(engine, lesson, setup);
  if (taken > 0) await trainer.advance(taken);
  return trainer;
}

/** The CPU trains by the normal equations, whose steps do not depend on the image's size. */
function openTrainer(engine: Engine, lesson: Lesson, setup: LearningSetup): Promise<Trainer> {
  return engine.train({
    image: gridTensor(lesson.image),
    target: gridTensor(lesson.target),
    kernel: gridTensor(lesson.start),
    loss: setup.loss,
    optimizer: { ...setup.optimizer, rate: setup.rate },
    method: engine.info.kind === 'cpu' ? 'gram' : 'passes',
  });
}
