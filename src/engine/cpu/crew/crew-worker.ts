/** One more core for large operations: computes strips with the compiled loops that it is given. */
import { expose, transfer } from 'comlink';
import { installErrorTransfer } from '../../error-transfer.ts';
import { DisposedError } from '../../errors.ts';
import { makeCollector, sweepResponse } from '../wasm/correlate.ts';
import { Heap } from '../wasm/heap.ts';
import { openStripLoss, type LossOperands, type StripLoss, type StripSums } from '../wasm/strip-loss.ts';
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
  private module: WebAssembly.Module | null = null;
  private heap: Heap | null = null;
  private readonly losses = new Map<number, StripLoss>();

  /** Takes the compiled loops; before that nothing can be computed. */
  start(module: WebAssembly.Module): void {
    this.module = module;
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

  /** Copies the operands to a heap of their own; `id` names them from then on. */
  openLoss(id: number, operands: LossOperands): readonly Float32Array[] {
    if (!this.module) throw new DisposedError();
    this.losses.set(id, openStripLoss(new Heap(this.module), operands));
    const used = [operands.image, operands.target];
    return transfer(used, buffersOf(used));
  }

  evaluateLoss(id: number, weights: Float64Array): StripSums {
    const loss = this.losses.get(id);
    if (!loss) throw new DisposedError();
    return loss.evaluate(weights);
  }

  closeLoss(id: number): void {
    this.losses.delete(id);
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
