/** A device with as much room as the adapter has. */
import { GpuUnavailableError } from './unavailable.ts';

const LABEL = 'corr2d';

/** The limits that this engine runs into; all others stay at their defaults. */
const RAISED_LIMITS = ['maxBufferSize', 'maxStorageBufferBindingSize'] as const;

/** Asks for the adapter's maximum limits, once more with the defaults; throws GpuUnavailableError 'device-refused'. */
export async function openDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const requiredLimits = Object.fromEntries(RAISED_LIMITS.map((name) => [name, adapter.limits[name]]));
  try {
    return await adapter.requestDevice({ label: LABEL, requiredLimits });
  } catch {
    return await openDefaultDevice(adapter);
  }
}

async function openDefaultDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  try {
    return await adapter.requestDevice({ label: LABEL });
  } catch (error) {
    throw new GpuUnavailableError({
      code: 'gpu-unavailable',
      reason: 'device-refused',
      detail: String(error),
    });
  }
}
