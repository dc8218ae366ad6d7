/** Keeps one engine open for the page: opens it as chosen, and opens it again when its device or worker is lost. */
import { atom, type ReadableAtom } from 'nanostores';
import {
  DeviceLostError,
  DisposedError,
  WorkerError,
  type Engine,
  type EngineInfo,
} from '../engine/index.ts';

/** `auto`: a GPU where there is one. `webgpu`: insist on it, software adapters included. */
export type EngineChoice = 'auto' | 'webgpu' | 'cpu';

export type EngineState =
  { readonly status: 'opening' } | { readonly status: 'ready'; readonly info: EngineInfo };

export interface EngineHost {
  readonly $engine: ReadableAtom<EngineState>;
  readonly $choice: ReadableAtom<EngineChoice>;
  /** How often the device or the worker was lost; a page tells its reader once at each change. */
  readonly $losses: ReadableAtom<number>;
  /** Opens another engine; work under way starts again on it. */
  choose(choice: EngineChoice): void;
  /** Runs work on the open engine; when that is lost, opens another and runs the work again. */
  use<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result>;
  dispose(): void;
}

export type OpenEngine = (choice: EngineChoice) => Promise<Engine>;

/** More losses than this within the window, and the CPU computes for the rest of the visit. */
const MOST_LOSSES = 2;
const LOSS_WINDOW_MS = 60_000;

export function createEngineHost(
  open: OpenEngine,
  initial: EngineChoice = 'auto',
  now: () => number = Date.now,
): EngineHost {
  const $engine = atom<EngineState>({ status: 'opening' });
  const $choice = atom<EngineChoice>(initial);
  const $losses = atom(0);
  let wanted = initial;
  let lossTimes: readonly number[] = [];
  /** The last loss of a GPU that was lost too often; null while the choice stands. */
  let gaveUp: string | null = null;
  let failedOpening: Promise<Engine> | null = null;
  let current = start();

  function start(): Promise<Engine> {
    $engine.set({ status: 'opening' });
    const lost = gaveUp;
    const opening = open(lost === null ? wanted : 'cpu');
    opening.then(
      (engine) => {
        if (current !== opening) engine.dispose();
        else $engine.set({ status: 'ready', info: infoAfter(engine.info, lost) });
      },
      () => {
        failedOpening = opening; // Whoever uses the engine gets the error, and the next use opens again.
      },
    );
    return opening;
  }

  function replaceWith(next: Promise<Engine>): void {
    const previous = current;
    current = next;
    previous.then(
      (engine) => {
        engine.dispose();
      },
      () => undefined,
    );
  }

  /** Opens another engine in place of one that was lost, once for all who saw it go. */
  function recover(lostEngine: Promise<Engine>, cause: Error): void {
    if (current !== lostEngine) return;
    lossTimes = [...lossTimes, now()].filter((time) => now() - time < LOSS_WINDOW_MS);
    if (lossTimes.length > MOST_LOSSES) gaveUp = cause.message;
    replaceWith(start());
    $losses.set($losses.get() + 1);
  }

  async function use<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
    if (failedOpening === current) replaceWith(start());
    for (let losses = 0; ;) {
      const mine = current;
      try {
        return await work(await mine);
      } catch (error) {
        const wasReplaced = error instanceof DisposedError && current !== mine;
        if (wasReplaced) continue;
        if (!isLoss(error) || losses++ > MOST_LOSSES) throw error;
        recover(mine, error);
      }
    }
  }

  return {
    $engine,
    $choice,
    $losses,
    choose(choice) {
      if (choice === wanted) return;
      wanted = choice;
      lossTimes = [];
      gaveUp = null;
      replaceWith(start());
      $choice.set(choice); // Whoever hears of the choice finds the engine that follows from it.
    },
    use,
    dispose() {
      replaceWith(Promise.reject(new DisposedError()));
      current.catch(() => undefined);
    },
  };
}

function isLoss(error: unknown): error is Error {
  return error instanceof DeviceLostError || error instanceof WorkerError;
}

function infoAfter(info: EngineInfo, lost: string | null): EngineInfo {
  return lost === null ? info : { ...info, fallback: { reason: 'device-lost', detail: lost } };
}
