/** The adapter to compute on, and what it is called. */
import { GpuUnavailableError } from './unavailable.ts';

/** Software rasterisers by the names they report where `isFallbackAdapter` is missing. */
const SOFTWARE_NAMES = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|warp/i;

/** Throws GpuUnavailableError: 'no-adapter', or 'software-adapter' where that is not allowed. */
export async function openAdapter(gpu: GPU, allowSoftware: boolean): Promise<GPUAdapter> {
  const adapter = await requestAdapter(gpu);
  if (!allowSoftware && isSoftware(adapter.info)) {
    throw new GpuUnavailableError({
      code: 'gpu-unavailable',
      reason: 'software-adapter',
      detail: describeAdapter(adapter.info),
    });
  }
  return adapter;
}

/** The adapter's own words, each once: vendor, architecture, description. */
export function describeAdapter(info: GPUAdapterInfo): string {
  const words = [info.vendor, info.architecture, info.description].filter((text) => text !== '');
  return words.length === 0 ? 'WebGPU adapter' : [...new Set(words)].join(' ');
}

export function isSoftware(info: GPUAdapterInfo): boolean {
  // Browsers before 2025 have no isFallbackAdapter here: undefined then.
  return (
    info.isFallbackAdapter || SOFTWARE_NAMES.test(`${info.vendor} ${info.architecture} ${info.description}`)
  );
}

async function requestAdapter(gpu: GPU): Promise<GPUAdapter> {
  let detail = 'requestAdapter gave none';
  const adapter = await gpu
    .requestAdapter({ powerPreference: 'high-performance' })
    .catch((error: unknown) => {
      detail = String(error);
      return null;
    });
  if (adapter === null)
    throw new GpuUnavailableError({ code: 'gpu-unavailable', reason: 'no-adapter', detail });
  return adapter;
}
