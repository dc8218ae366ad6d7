/** A device of the bench's own, and the names of what it computes on. */

/** The adapter's own words, each once: vendor, architecture, description. */
export function describeAdapter(info: GPUAdapterInfo): string {
  const words = [info.vendor, info.architecture, info.description].filter((text) => text !== '');
  return words.length === 0 ? 'WebGPU adapter' : [...new Set(words)].join(' ');
}

export interface BenchDevice {
  readonly device: GPUDevice;
  readonly adapter: GPUAdapterInfo;
}

/** With the largest buffers that the adapter allows, as the engine's own device; null without an adapter. */
export async function openBenchDevice(gpu: GPU): Promise<BenchDevice | null> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return null;
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const requiredLimits = { maxBufferSize, maxStorageBufferBindingSize };
  return { device: await adapter.requestDevice({ requiredLimits }), adapter: adapter.info };
}
