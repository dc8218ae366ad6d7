/** A trainer that is kept for as long as its engine is the open one. */
import { DisposedError, type Engine, type Trainer } from '../engine/index.ts';
import type { EngineHost } from './engine-host.ts';

export class HeldTrainer {
  private held: { readonly engine: Engine; readonly trainer: Trainer } | null = null;

  constructor(private readonly host: EngineHost) {}

  /**
   * Works with the trainer, which `open` makes anew on another engine. Rejects with DisposedError where it is no longer
   * wanted once it is there.
   */
  use<Result>(
    open: (engine: Engine) => Promise<Trainer>,
    isWanted: () => boolean,
    work: (trainer: Trainer) => Promise<Result>,
  ): Promise<Result> {
    return this.host.use(async (engine) => {
      const trainer = this.held?.engine === engine ? this.held.trainer : await open(engine);
      if (!isWanted()) {
        trainer.dispose();
        throw new DisposedError();
      }
      this.held = { engine, trainer };
      return work(trainer);
    });
  }

  /** Frees what the engine holds for it; going on opens it again. */
  release(): void {
    this.held?.trainer.dispose();
    this.held = null;
  }
}
