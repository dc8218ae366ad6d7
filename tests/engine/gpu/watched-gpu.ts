/** A GPU that remembers its devices and every error that no error scope caught. */

export interface WatchedGpu {
  readonly gpu: GPU;
  /** In the order of their creation. */
  readonly devices: GPUDevice[];
  /** Must be empty at the end of every test. */
  readonly strayErrors: string[];
}

/** `gpu` itself stays as it is; only adapters that the returned one hands out are watched. */
export function watchGpu(gpu: GPU): WatchedGpu {
  const devices: GPUDevice[] = [];
  const strayErrors: string[] = [];
  const watched = override(gpu, {
    async requestAdapter(options?: GPURequestAdapterOptions) {
      const adapter = await gpu.requestAdapter(options);
      return adapter === null ? null : watchAdapter(adapter, devices, strayErrors);
    },
  });
  return { gpu: watched, devices, strayErrors };
}

function watchAdapter(adapter: GPUAdapter, devices: GPUDevice[], strayErrors: string[]): GPUAdapter {
  return override(adapter, {
    async requestDevice(descriptor?: GPUDeviceDescriptor) {
      const device = await adapter.requestDevice(descriptor);
      device.addEventListener('uncapturederror', ({ error }) => strayErrors.push(error.message));
      devices.push(device);
      return device;
    },
  });
}

/** `target` with some members of its own; native getters and methods still see the native object. */
export function override<T extends object>(target: T, members: Partial<T>): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(key in members ? members : target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
