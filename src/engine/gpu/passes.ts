/** The compute passes of a device: each is compiled when it is first needed, for the sizes it is needed for. */
import type { Shader } from '../../../shaders/shader.ts';
import { specialise, type Sizes } from '../../../shaders/specialise.ts';
import { ComputePass } from './compute-pass.ts';
import type { DeviceClass } from './device-class.ts';

export class Passes {
  private readonly compiled = new Map<string, Promise<ComputePass<Shader>>>();

  constructor(
    readonly device: GPUDevice,
    readonly deviceClass: DeviceClass,
  ) {}

  get limits(): GPUSupportedLimits {
    return this.device.limits;
  }

  /** Compiles, or returns what is compiled or being compiled already; rejects with ShaderError. */
  get<S extends Shader>(shader: S, sizes: Sizes<S> = {}): Promise<ComputePass<S>> {
    const key = `${shader.name} ${JSON.stringify(sizes)}`;
    const known = this.compiled.get(key);
    if (known !== undefined) return known as Promise<ComputePass<S>>;
    const pass = ComputePass.create(this.device, specialise(shader, sizes));
    this.compiled.set(key, pass);
    // A failure is reported to whoever asked; who asks again later tries again.
    pass.catch(() => this.compiled.delete(key));
    return pass;
  }
}
