/** What the head of the page says about the engine. */
import type { CallCost, EngineInfo } from '../../engine/index.ts';
import type { EngineChoice } from '../../state/engine-host.ts';

export interface ShownEngine {
  /** Null while the engine is being opened. */
  readonly info: EngineInfo | null;
  readonly choice: EngineChoice;
  /** What a call to the GPU costs; null on the CPU, and until it is measured. */
  readonly cost: CallCost | null;
  /** Multiply-adds that the scene on show needs. */
  readonly multiplyAdds: number;
}
