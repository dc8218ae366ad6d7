/**
 * Operations whose operands stay on the device, for measuring what the passes themselves take: upload once, dispatch
 * many times, read once. The paths are those of the engine.
 */
import {
  planCorrelation,
  planImageGradient,
  planKernelGradient,
  type Geometry,
  type Size,
} from '../../math/geometry.ts';
import type { Tensor4 } from '../../math/tensor.ts';
import { isSoftware } from './adapter.ts';
import { BufferSet } from './buffer-set.ts';
import { prepareCorrelation } from './correlate.ts';
import { HARDWARE, SOFTWARE } from './device-class.ts';
import { encodeDispatches } from './dispatch.ts';
import { inErrorScopes } from './error-scopes.ts';
import { prepareImageGradient } from './image-gradient.ts';
import { prepareKernelGradient } from './kernel-gradient.ts';
import { prepareRecipe, unpackResult, type Prepare, type Recipe } from './one-shot.ts';
import { Passes } from './passes.ts';
import { encodeReadBack, readWith } from './read-back.ts';

const LABEL = 'resident operation';

export class ResidentOperation {
  private constructor(
    private readonly device: GPUDevice,
    private readonly buffers: BufferSet,
    private readonly recipe: Recipe,
  ) {}

  /** Uploads and compiles; rejects as the engine's own operations do. */
  static async create(device: GPUDevice, prepare: Prepare): Promise<ResidentOperation> {
    const buffers = new BufferSet(device, LABEL);
    try {
      const makeRecipe = await prepareRecipe(device, LABEL, buffers, prepare);
      const { value: recipe, checked } = inErrorScopes(device, LABEL, makeRecipe);
      await checked;
      return new ResidentOperation(device, buffers, recipe);
    } catch (error) {
      buffers.destroy();
      throw error;
    }
  }

  /** Computes `times` times in one submit, and resolves when the device has finished. */
  async run(times: number): Promise<void> {
    const { checked } = inErrorScopes(this.device, LABEL, () => {
      const encoder = this.device.createCommandEncoder({ label: LABEL });
      const dispatches = Array.from({ length: times }, () => this.recipe.dispatches).flat();
      encodeDispatches(encoder, LABEL, dispatches);
      this.device.queue.submit([encoder.finish()]);
    });
    await Promise.all([checked, this.device.queue.onSubmittedWorkDone()]);
  }

  /** The result of the last run, row-major. */
  async read(): Promise<Float32Array> {
    const buffers = new BufferSet(this.device, LABEL);
    try {
      const { output: buffer, elements } = this.recipe;
      const { value: readBack, checked } = inErrorScopes(this.device, LABEL, () => {
        const encoder = this.device.createCommandEncoder({ label: LABEL });
        const encoded = encodeReadBack(encoder, buffers, { output: { buffer, elements } });
        this.device.queue.submit([encoder.finish()]);
        return encoded;
      });
      await checked;
      return await readWith(readBack, (values) => unpackResult(this.recipe, values));
    } finally {
      buffers.destroy();
    }
  }

  dispose(): void {
    this.buffers.destroy();
  }
}

/** The engine's passes on a device of the caller's, for `createResident...`. */
export function makeResidentPasses(device: GPUDevice, adapter: GPUAdapterInfo): Passes {
  return new Passes(device, isSoftware(adapter) ? SOFTWARE : HARDWARE);
}

/** As `Engine.correlate`. */
export function createResidentCorrelation(
  passes: Passes,
  image: Tensor4,
  kernel: Tensor4,
  geometry?: Partial<Geometry>,
): Promise<ResidentOperation> {
  const plan = planCorrelation(image.shape, kernel.shape, geometry);
  return ResidentOperation.create(passes.device, (buffers) => {
    return prepareCorrelation(passes, buffers, plan, image.data, kernel.data);
  });
}

/** As `Engine.kernelGradient`. */
export function createResidentKernelGradient(
  passes: Passes,
  image: Tensor4,
  upstream: Tensor4,
  kernelSize: Size,
  geometry?: Partial<Geometry>,
): Promise<ResidentOperation> {
  const plan = planKernelGradient(image.shape, upstream.shape, kernelSize, geometry);
  return ResidentOperation.create(passes.device, (buffers) => {
    return prepareKernelGradient(passes, buffers, plan, image.data, upstream.data);
  });
}

/** As `Engine.imageGradient`. */
export function createResidentImageGradient(
  passes: Passes,
  upstream: Tensor4,
  kernel: Tensor4,
  imageSize: Size,
  geometry?: Partial<Geometry>,
): Promise<ResidentOperation> {
  const plan = planImageGradient(upstream.shape, kernel.shape, imageSize, geometry);
  return ResidentOperation.create(passes.device, (buffers) => {
    return prepareImageGradient(passes, buffers, plan, upstream.data, kernel.data);
  });
}
