/** The response of an image to a kernel, computed by the engine; only the newest request counts. */
import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Geometry } from '../engine/index.ts';
import { gridTensor, makeGrid, sameDocument, type NumberGrid } from './document.ts';
import type { EngineHost } from './engine-host.ts';
import { newestOnly } from './newest.ts';
import { problemOf, type Problem } from './problem.ts';

export interface ResponseState {
  readonly status: 'pending' | 'ready' | 'failed';
  /** The newest finished response; while `pending` it belongs to an earlier request. */
  readonly grid: NumberGrid | null;
  readonly problem: Problem | null;
}

export interface Response {
  readonly $response: ReadableAtom<ResponseState>;
  /** Asks for a response; a request equal to the last one asks nothing. One is computed at a time, the newest next. */
  request(image: NumberGrid, kernel: NumberGrid, geometry: Partial<Geometry>): void;
}

export type AnswerHere = (
  image: NumberGrid,
  kernel: NumberGrid,
  geometry: Partial<Geometry>,
) => NumberGrid | null;

interface Request {
  readonly image: NumberGrid;
  readonly kernel: NumberGrid;
  readonly geometry: Partial<Geometry>;
}

/** While the engine opens, `here` answers what it can (it gives null for the rest); the engine's answer follows. */
export function createResponse(host: EngineHost, here: AnswerHere = () => null): Response {
  const $response = atom<ResponseState>({ status: 'pending', grid: null, problem: null });
  let newest: Request | null = null;

  const compute = newestOnly<Request>(async (request, isNewest) => {
    const state = await answer(host, request, $response.get().grid);
    if (isNewest()) $response.set(state);
  });

  function ask(request: Request): void {
    newest = request;
    const { image, kernel, geometry } = request;
    const grid = host.$engine.get().status === 'opening' ? here(image, kernel, geometry) : null;
    $response.set(
      grid
        ? { status: 'ready', grid, problem: null }
        : { ...$response.get(), status: 'pending', problem: null },
    );
    compute(request);
  }

  // Another engine answers anew, for as long as somebody looks: the badge tells who computed what is shown.
  onMount($response, () =>
    host.$choice.listen(() => {
      if (newest) ask({ ...newest });
    }),
  );

  return {
    $response,
    request(image, kernel, geometry) {
      const request = { image, kernel, geometry };
      if (!newest || !sameDocument<Request>(newest, request)) ask(request);
    },
  };
}

async function answer(host: EngineHost, request: Request, last: NumberGrid | null): Promise<ResponseState> {
  try {
    const image = gridTensor(request.image);
    const kernel = gridTensor(request.kernel);
    const response = await host.use((engine) => engine.correlate(image, kernel, request.geometry));
    return { status: 'ready', grid: makeGrid(response), problem: null };
  } catch (error) {
    return { status: 'failed', grid: last, problem: problemOf(error) };
  }
}
