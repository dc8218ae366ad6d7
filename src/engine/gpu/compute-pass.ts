/** One shader on one device: its pipeline, and dispatches bound by reflected name. */
import type { Shader } from '../../../shaders/shader.ts';
import { foldWorkgroups, type Dispatch } from './dispatch.ts';
import { inErrorScopes } from './error-scopes.ts';
import { COMPUTE_STAGE } from './flags.ts';
import { createShaderModule } from './shader-module.ts';

/** A buffer for every binding of the shader, no other. */
export type BoundBuffers<S extends Shader> = Readonly<Record<keyof S['layout']['bindings'], GPUBuffer>>;

/** How much to run: single invocations (rounded up to whole workgroups), or workgroups. */
export type Extent = { readonly invocations: number } | { readonly workgroups: number };

export class ComputePass<S extends Shader> {
  private constructor(
    readonly shader: S,
    private readonly device: GPUDevice,
    private readonly bindGroupLayout: GPUBindGroupLayout,
    private readonly pipeline: GPUComputePipeline,
  ) {}

  /** Compiles the shader; throws ShaderError with file and line where it does not compile. */
  static async create<S extends Shader>(device: GPUDevice, shader: S): Promise<ComputePass<S>> {
    const label = shader.name;
    const module = await createShaderModule(device, shader);
    const { value, checked } = inErrorScopes(device, label, () => {
      const bindGroupLayout = device.createBindGroupLayout({ label, entries: layoutEntries(shader) });
      const layout = device.createPipelineLayout({ label, bindGroupLayouts: [bindGroupLayout] });
      const compute = { module, entryPoint: shader.layout.entryPoint };
      return { bindGroupLayout, creation: device.createComputePipelineAsync({ label, layout, compute }) };
    });
    const { bindGroupLayout, creation } = value;
    const [pipeline] = await Promise.all([creation, checked]);
    return new ComputePass(shader, device, bindGroupLayout, pipeline);
  }

  /** Throws LimitError for an extent that the device cannot count, and an Error that lists unbound names. */
  createDispatch(buffers: BoundBuffers<S>, extent: Extent): Dispatch {
    const entries = bindEntries(this.shader, buffers);
    const bindGroup = this.device.createBindGroup({
      label: this.shader.name,
      layout: this.bindGroupLayout,
      entries,
    });
    const maximum = this.device.limits.maxComputeWorkgroupsPerDimension;
    const count = 'workgroups' in extent ? extent.workgroups : this.workgroupsFor(extent.invocations);
    return { pipeline: this.pipeline, bindGroup, workgroups: foldWorkgroups(count, maximum) };
  }

  /** Workgroups that hold this many invocations. */
  workgroupsFor(invocations: number): number {
    const [x, y, z] = this.shader.layout.workgroupSize;
    return Math.ceil(invocations / (x * y * z));
  }
}

function layoutEntries(shader: Shader): GPUBindGroupLayoutEntry[] {
  return Object.values(shader.layout.bindings).map(({ binding, type }) => {
    return { binding, visibility: COMPUTE_STAGE, buffer: { type } };
  });
}

function bindEntries(shader: Shader, buffers: Readonly<Record<string, GPUBuffer>>): GPUBindGroupEntry[] {
  const missing: string[] = [];
  const entries = Object.entries(shader.layout.bindings).flatMap(([name, { binding }]) => {
    const buffer = buffers[name];
    if (buffer !== undefined) return [{ binding, resource: { buffer } }];
    missing.push(name);
    return [];
  });
  if (missing.length > 0) throw new Error(`${shader.name}: no buffer bound to ${missing.join(', ')}`);
  return entries;
}
