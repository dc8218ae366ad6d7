/** One more core for large operations: computes strips with the compiled loops that it is given. */
import { expose, transfer } from 'comlink';
import { installErrorTransfer } from '../../error-transfer.ts';
import { DisposedError } from '../../errors.ts';
import { makeCollector, sweepResponse } from '../wasm/correlate.ts';
import { Heap } from '../wasm/heap.ts';
import { sweepKernelGradient } from '../wasm/kernel-gradient.ts';
import type { Rows, Sweep } from '../wasm/sweep.ts';

export interface ResponseTask {
  readonly sweep: Sweep;
  readonly image: Float32Array;
  readonly weights: Float32Array;
  /** Where the response goes; all arrays come back to be used again. */
  readonly response: Float32Array;
}

export interface GradientTask {
  readonly sweep: Sweep;
  readonly image: Float32Array;
  readonly upstream: Float32Array;
  readonly strips: readonly Rows[];
}

export interface GradientReply {
  /** Of each strip. */
  readonly sums: readonly Float64Array[];
  readonly used: readonly Float32Array[];
}

export class CrewService {
  private heap: Heap | null = null;

  /** Takes the compiled loops; before that nothing can be computed. */
  start(module: WebAssembly.Module): void {
    this.heap = new Heap(module);
  }

  response({ sweep, image, weights, response }: ResponseTask): ResponseTask {
    sweepResponse(this.opened(), sweep, image, weights, makeCollector(response, sweep.output));
    return transfer({ sweep, image, weights, response }, buffersOf([image, response]));
  }

  kernelGradient({ sweep, image, upstream, strips }: GradientTask): GradientReply {
    const sums = strips.map((rows) => sweepKernelGradient(this.opened(), sweep, image, upstream, rows));
    return transfer({ sums, used: [image, upstream] }, buffersOf([image, upstream]));
  }

  private opened(): Heap {
    if (!this.heap) throw new DisposedError();
    return this.heap;
  }
}

function buffersOf(arrays: readonly Float32Array[]): ArrayBuffer[] {
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

installErrorTransfer();
expose(new CrewService());
