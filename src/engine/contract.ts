/** The engine contract: what every engine can do, whatever it runs on. Engines have no DOM. */
import type { Geometry, Size } from '../math/geometry.ts';
import type { OptimizerSettings } from '../math/optimizer.ts';
import type { LossReduction } from '../math/loss.ts';
import type { Tensor4 } from '../math/tensor.ts';

export type { Geometry, LossReduction, OptimizerSettings, Size, Tensor4 };

export type EngineKind = 'webgpu' | 'cpu';

/** Why an engine that was to be WebGPU is the CPU. `detail` is the browser's own text, where there is one. */
export interface Fallback {
  readonly reason:
    | 'no-webgpu'
    | 'no-adapter'
    | 'software-adapter'
    | 'device-refused'
    | 'shader-error'
    | 'self-check-failed'
    | 'device-lost';
  readonly detail: string;
}

export interface EngineInfo {
  readonly kind: EngineKind;
  /** What computes, for people: the adapter's own name, or the kind of CPU code. */
  readonly adapter: string;
  /** Null when the engine is what was asked for. */
  readonly fallback: Fallback | null;
}

/**
 * Cross-correlation and its gradients. Operands are read before a method returns its promise: the caller may go on
 * changing its arrays. Every method rejects with GeometryError or ShapeError for operands that do not fit, LimitError
 * for sizes past the device's limits (before anything is allocated), DeviceLostError when the device went away,
 * ShaderError when a pass does not compile, GpuOperationError for what the device refuses unforeseen, WorkerError when
 * the engine's worker stopped, DisposedError after `dispose`.
 *
 * A result's data is a new array, or `out` where that is given: an array of the result's length, filled before the
 * promise resolves. The memory of a large new array costs more than a small kernel's arithmetic.
 */
export interface Engine {
  readonly info: EngineInfo;
  /** image `[n, c, h, w]`, kernel `[o, c / groups, kh, kw]` → response `[n, o, h', w']`. */
  correlate(
    image: Tensor4,
    kernel: Tensor4,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4>;
  /** dL/dkernel `[o, c / groups, kh, kw]` from the image and the upstream dL/dresponse `[n, o, h', w']`. */
  kernelGradient(
    image: Tensor4,
    upstream: Tensor4,
    kernelSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4>;
  /** dL/dimage `[n, c, h, w]` from the upstream dL/dresponse `[n, o, h', w']` and the kernel. */
  imageGradient(
    upstream: Tensor4,
    kernel: Tensor4,
    imageSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4>;
  /** Puts a problem where the engine computes; also rejects with OptimizerError or MethodError for impossible settings. */
  train(problem: TrainingProblem): Promise<Trainer>;
  dispose(): void;
}

/**
 * How steps are computed. `passes`: each step correlates and takes the gradient, where the engine computes. `gram`: one
 * sweep over the image when training begins (float64, on the CPU, whatever the engine), and then steps whose cost does
 * not depend on the image's size. Both take the same steps but for rounding; weights are float32 after each.
 */
export type TrainingMethod = 'passes' | 'gram';

export interface TrainingProblem {
  readonly image: Tensor4;
  /** What the response should be: the shape of `correlate(image, kernel, geometry)`. */
  readonly target: Tensor4;
  /** Where learning starts. */
  readonly kernel: Tensor4;
  readonly geometry?: Partial<Geometry>;
  /** Of squared errors. */
  readonly loss: LossReduction;
  readonly optimizer: OptimizerSettings;
  /** Default `passes`. */
  readonly method?: TrainingMethod;
}

export interface Trainer {
  /** Takes `steps` updates (a whole number from 1) where the engine computes, then reports. One call at a time. */
  advance(steps: number): Promise<TrainingReport>;
  dispose(): void;
}

export interface TrainingReport {
  /** Updates taken since the start. */
  readonly step: number;
  /** One loss for each step of this advance, each from before its update. */
  readonly losses: Float32Array;
  /** After the last update. */
  readonly kernel: Tensor4;
  /** dL/dkernel that the last update used (before weight decay). */
  readonly gradient: Tensor4;
}

export interface EngineRequest {
  /** 'webgpu' falls back to the CPU and says why; default: WebGPU where a hardware adapter is. */
  readonly prefer?: EngineKind;
  /** Insists on this WebGPU, software adapters included. */
  readonly gpu?: GPU;
}
