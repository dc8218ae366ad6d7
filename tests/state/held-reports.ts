import { expect } from 'vitest';
import { openEngine, type Engine } from '../../src/engine/index.ts';

/** The real CPU engine, whose reports wait on their way until they are let through, one at a time. */
export class HeldReports {
  private waiting: (() => void)[] = [];

  readonly open = async (): Promise<Engine> => {
    const engine = await openEngine({ prefer: 'cpu' });
    const train: Engine['train'] = async (problem) => {
      const trainer = await engine.train(problem);
      const advance = async (steps: number) => {
        const report = await trainer.advance(steps);
        await new Promise<void>((resolve) => this.waiting.push(resolve));
        return report;
      };
      return { advance, dispose: trainer.dispose.bind(trainer) };
    };
    return {
      ...engine,
      info: engine.info,
      correlate: engine.correlate.bind(engine),
      train,
      dispose: engine.dispose.bind(engine),
    };
  };

  onItsWay(): Promise<unknown> {
    return expect.poll(() => this.waiting.length, { interval: 1 }).toBe(1);
  }

  letThrough(): void {
    this.waiting.shift()?.();
  }
}
