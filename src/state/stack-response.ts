/** The feature maps of a stack, computed by the engine; only the newest request counts. */
import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Tensor4 } from '../engine/index.ts';
import type { NumberGrid } from './document.ts';
import type { EngineHost } from './engine-host.ts';
import { newestOnly } from './newest.ts';
import { problemOf, type Problem } from './problem.ts';
import type { StackLayer } from './stack.ts';
import { forwardStack } from './stack-forward.ts';

export interface StackState {
  readonly status: 'pending' | 'ready' | 'failed';
  /** The newest finished levels, the image first; while `pending` they belong to an earlier request. */
  readonly levels: readonly Tensor4[];
  readonly problem: Problem | null;
}

export interface StackResponse {
  readonly $levels: ReadableAtom<StackState>;
  /** Asks for the levels; a request for the same image and layers asks nothing. */
  request(image: NumberGrid, layers: readonly StackLayer[]): void;
}

interface Request {
  readonly image: NumberGrid;
  readonly layers: readonly StackLayer[];
}

export function createStackResponse(host: EngineHost): StackResponse {
  const $levels = atom<StackState>({ status: 'pending', levels: [], problem: null });
  let newest: Request | null = null;

  const compute = newestOnly<Request>(async (request, isNewest) => {
    const state = await answer(host, request, $levels.get().levels);
    if (isNewest()) $levels.set(state);
  });

  function ask(request: Request): void {
    newest = request;
    $levels.set({ ...$levels.get(), status: 'pending', problem: null });
    compute(request);
  }

  onMount($levels, () =>
    host.$choice.listen(() => {
      if (newest) ask({ ...newest });
    }),
  );

  return {
    $levels,
    request(image, layers) {
      if (newest?.image !== image || newest.layers !== layers) ask({ image, layers });
    },
  };
}

async function answer(
  host: EngineHost,
  { image, layers }: Request,
  last: readonly Tensor4[],
): Promise<StackState> {
  try {
    const levels = await host.use((engine) => forwardStack(engine, image, layers));
    return { status: 'ready', levels, problem: null };
  } catch (error) {
    return { status: 'failed', levels: last, problem: problemOf(error) };
  }
}
