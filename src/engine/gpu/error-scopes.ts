/** Runs work inside WebGPU error scopes, so that no error of the device goes unseen. */
import { GpuOperationError, type GpuErrorKind } from './gpu-operation-error.ts';

const FILTERS: readonly GPUErrorFilter[] = ['validation', 'out-of-memory', 'internal'];

/**
 * Runs `work` at once and returns what it gives together with `checked`, which rejects with GpuOperationError when
 * the device reports an error of it. `work` must be synchronous: scopes of calls that overlap would mix otherwise.
 */
export function inErrorScopes<T>(
  device: GPUDevice,
  label: string,
  work: () => T,
): { readonly value: T; readonly checked: Promise<void> } {
  for (const filter of FILTERS) device.pushErrorScope(filter);
  try {
    const value = work();
    return { value, checked: popScopes(device, label) };
  } catch (error) {
    popScopes(device, label).catch(() => undefined); // What was thrown says more.
    throw error;
  }
}

async function popScopes(device: GPUDevice, label: string): Promise<void> {
  const kinds: readonly GpuErrorKind[] = FILTERS.toReversed();
  const errors = await Promise.all(kinds.map(() => device.popErrorScope()));
  errors.forEach((error, index) => {
    if (error === null) return;
    throw new GpuOperationError({
      code: 'gpu-operation',
      kind: kinds[index] ?? 'internal',
      operation: label,
      detail: error.message,
    });
  });
}
