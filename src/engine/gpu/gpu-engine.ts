/** The engine contract on a WebGPU device. */
import { imageShape, kernelShape, responseShape, type Geometry, type Size } from '../../math/geometry.ts';
import { checkCorrelation, checkImageGradient, checkKernelGradient } from '../../math/operands.ts';
import type { Shape4, Tensor4 } from '../../math/tensor.ts';
import type { Engine, EngineInfo, Trainer, TrainingProblem } from '../contract.ts';
import type { DeviceLostError } from '../errors.ts';
import { correlateInBands } from './banded.ts';
import { BufferPool } from './buffer-pool.ts';
import { prepareCorrelation } from './correlate.ts';
import type { DeviceSession } from './device-session.ts';
import { prepareImageGradient } from './image-gradient.ts';
import { prepareKernelGradient } from './kernel-gradient.ts';
import { runOnce, type Prepare } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { imageGradientInPhases, kernelGradientInPhases } from './phased.ts';
import { GpuTrainer } from './trainer.ts';
import { openGramLoss } from '../gram-loss.ts';
import { HostTrainer } from '../host-trainer.ts';
import { giveResult, requireOut } from '../result.ts';
import { checkProblem, type CheckedProblem } from '../training-problem.ts';

/** As `runOnce`, on the engine's device. */
type Run = (prepare: Prepare, into?: Float32Array) => Promise<Float32Array>;

export class GpuEngine implements Engine {
  readonly info: EngineInfo;
  private readonly pool: BufferPool;

  constructor(
    private readonly session: DeviceSession,
    private readonly passes: Passes,
    adapter: string,
  ) {
    this.pool = new BufferPool(session.device);
    this.info = { kind: 'webgpu', adapter, fallback: null };
  }

  /** Resolves when the device goes away on its own; never after `dispose`. */
  get lost(): Promise<DeviceLostError> {
    return this.session.lost;
  }

  async correlate(
    image: Tensor4,
    kernel: Tensor4,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    const plan = checkCorrelation(image, kernel, geometry);
    const operands = [image.data, kernel.data] as const;
    return this.compute('correlate', responseShape(plan), out, (run) => {
      return correlateInBands(
        this.passes,
        plan,
        operands,
        (piece, [imageRows, taps], into) => {
          return run((buffers) => prepareCorrelation(this.passes, buffers, piece, imageRows, taps), into);
        },
        out,
      );
    });
  }

  async kernelGradient(
    image: Tensor4,
    upstream: Tensor4,
    kernelSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    const plan = checkKernelGradient(image, upstream, kernelSize, geometry);
    const operands = [image.data, upstream.data] as const;
    return this.compute('kernel gradient', kernelShape(plan), out, (run) => {
      return kernelGradientInPhases(
        this.passes,
        plan,
        operands,
        (piece, [imageRows, upstreamRows], into) => {
          return run(
            (buffers) => prepareKernelGradient(this.passes, buffers, piece, imageRows, upstreamRows),
            into,
          );
        },
        out,
      );
    });
  }

  async imageGradient(
    upstream: Tensor4,
    kernel: Tensor4,
    imageSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    const plan = checkImageGradient(upstream, kernel, imageSize, geometry);
    const operands = [upstream.data, kernel.data] as const;
    return this.compute('image gradient', imageShape(plan), out, (run) => {
      return imageGradientInPhases(
        this.passes,
        plan,
        operands,
        (piece, [upstreamRows, taps], into) => {
          return run(
            (buffers) => prepareImageGradient(this.passes, buffers, piece, upstreamRows, taps),
            into,
          );
        },
        out,
      );
    });
  }

  async train(problem: TrainingProblem): Promise<Trainer> {
    const checked = checkProblem(problem);
    if (checked.method === 'gram') return this.session.run(() => this.trainOnCpu(checked));
    return this.session.run(() => GpuTrainer.create(this.session, this.passes, checked));
  }

  // The sweep is float64, which WGSL has not; the steps after it are too small to be worth a dispatch.
  private async trainOnCpu(checked: CheckedProblem): Promise<Trainer> {
    const trainer = new HostTrainer(checked, openGramLoss(checked), () => {
      this.session.requireAlive();
    });
    return Promise.resolve(trainer);
  }

  /** Destroys the device and all that is on it; whatever is pending rejects with DisposedError. */
  dispose(): void {
    this.pool.destroy();
    this.session.dispose();
  }

  private async compute(
    label: string,
    shape: Shape4,
    out: Float32Array | undefined,
    work: (run: Run) => Promise<Float32Array>,
  ): Promise<Tensor4> {
    requireOut(out, shape);
    const { device } = this.session;
    const data = await this.session.run(() =>
      work((prepare, into) => runOnce(device, this.pool, label, prepare, into)),
    );
    return giveResult({ shape, data }, out);
  }
}
