/** The effective receptive field of a stack: the gradient of its middle element with respect to the image, by the engine. */
import { atom, onMount, type ReadableAtom } from 'nanostores';
import { effectiveWidth, rootMeanSquare } from '../math/stack/effective.ts';
import type { NumberGrid } from './document.ts';
import type { EngineHost } from './engine-host.ts';
import { newestOnly } from './newest.ts';
import { problemOf, type Problem } from './problem.ts';
import { reseeded, type StackLayer } from './stack.ts';
import { forwardStack, middleGradient, type StackEngine } from './stack-forward.ts';

export interface EffectiveField {
  /** The size of the gradient at each cell of the image; over several draws the root of the mean square. */
  readonly gradient: NumberGrid;
  /** Side of a square with as many cells as matter, see `effectiveWidth`. */
  readonly width: number;
  /** Draws of the weights that are in it. */
  readonly draws: number;
}

export interface EffectiveState {
  readonly status: 'idle' | 'pending' | 'ready' | 'failed';
  /** While `pending` that of an earlier request, or of the draws so far. */
  readonly field: EffectiveField | null;
  readonly problem: Problem | null;
}

export interface EffectiveRequest {
  readonly image: NumberGrid;
  readonly layers: readonly StackLayer[];
  /** Of the last level's maps. */
  readonly channel: number;
  readonly draws: number;
}

export interface EffectiveResponse {
  readonly $field: ReadableAtom<EffectiveState>;
  /** Asks for the field; the same request again asks nothing, and requests one upon another ask for the last once they rest. */
  request(request: EffectiveRequest): void;
}

/** Edits that follow one another within this time, in milliseconds, as those of a stroke do, are waited out. */
const SETTLED = 150;

/** What was computed is shown after so many draws, so that many of them do not look like a stop. */
const DRAWS_A_REPORT = 8;

export function createEffectiveField(host: EngineHost): EffectiveResponse {
  const $field = atom<EffectiveState>({ status: 'idle', field: null, problem: null });
  let newest: EffectiveRequest | null = null;

  const compute = newestOnly<EffectiveRequest>(async (request, isNewest) => {
    try {
      const gradients: Float32Array[] = [];
      for (let draw = 0; draw < request.draws; draw++) {
        gradients.push(await host.use((engine) => drawGradient(engine, request, draw)));
        // A newer request may still be waiting for the edits to rest.
        if (!isNewest() || newest !== request) return;
        const status = gradients.length === request.draws ? 'ready' : 'pending';
        if (status === 'pending' && gradients.length % DRAWS_A_REPORT !== 0) continue;
        $field.set({ status, field: fieldOf(request.image, gradients), problem: null });
      }
    } catch (error) {
      if (isNewest() && newest === request)
        $field.set({ status: 'failed', field: null, problem: problemOf(error) });
    }
  });

  let waiting: ReturnType<typeof setTimeout> | undefined;

  function ask(request: EffectiveRequest): void {
    const isFirst = newest === null;
    newest = request;
    if ($field.get().status !== 'pending') $field.set({ ...$field.get(), status: 'pending', problem: null });
    clearTimeout(waiting);
    if (isFirst) compute(request);
    else
      waiting = setTimeout(() => {
        compute(request);
      }, SETTLED);
  }

  onMount($field, () =>
    host.$choice.listen(() => {
      if (newest) ask({ ...newest });
    }),
  );

  return {
    $field,
    request(request) {
      if (!newest || !sameRequest(newest, request)) ask(request);
    },
  };
}

async function drawGradient(
  engine: StackEngine,
  { image, layers, channel }: EffectiveRequest,
  draw: number,
): Promise<Float32Array> {
  const drawn = reseeded(layers, draw);
  const levels = await forwardStack(engine, image, drawn);
  return (await middleGradient(engine, drawn, levels, channel)).data;
}

function fieldOf({ rows, columns }: NumberGrid, gradients: readonly Float32Array[]): EffectiveField {
  const values = [...rootMeanSquare(gradients)];
  return { gradient: { rows, columns, values }, width: effectiveWidth(values), draws: gradients.length };
}

function sameRequest(one: EffectiveRequest, other: EffectiveRequest): boolean {
  return (
    one.image === other.image &&
    one.layers === other.layers &&
    one.channel === other.channel &&
    one.draws === other.draws
  );
}
