/** Refuses what the device would refuse, before anything is allocated, with the numbers that say why. */
import { LimitError } from '../errors.ts';

/** Those that bound a storage buffer. */
export type StorageLimits = Pick<GPUSupportedLimits, 'maxBufferSize' | 'maxStorageBufferBindingSize'>;

const BYTES_PER_ELEMENT = Float32Array.BYTES_PER_ELEMENT;

/** Whether a storage buffer of this many 4-byte elements is within the device's limits. */
export function fitsStorage(limits: StorageLimits, elements: number): boolean {
  return elements * BYTES_PER_ELEMENT <= mostStorageBytes(limits);
}

/** Throws LimitError when a storage buffer of this many 4-byte elements is past the device's limits. */
export function requireStorage(limits: StorageLimits, resource: string, elements: number): void {
  requireBytes(resource, elements * BYTES_PER_ELEMENT, mostStorageBytes(limits));
}

/** Throws LimitError when a buffer that is only copied into is past the device's limit. */
export function requireReadBack(limits: GPUSupportedLimits, resource: string, bytes: number): void {
  requireBytes(resource, bytes, limits.maxBufferSize);
}

function mostStorageBytes(limits: StorageLimits): number {
  return Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
}

function requireBytes(resource: string, requested: number, allowed: number): void {
  if (requested <= allowed) return;
  throw new LimitError({ code: 'limit', resource, requested, allowed, unit: 'bytes' });
}
