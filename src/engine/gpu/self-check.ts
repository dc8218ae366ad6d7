/** Before a device is trusted: the article's first example must come out exactly. */
import { makeTensor } from '../../math/tensor.ts';
import type { Engine } from '../contract.ts';
import { GpuUnavailableError } from './unavailable.ts';

const IMAGE = makeTensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
const KERNEL = makeTensor([1, 1, 2, 2], [0, 1, 2, 3]);
const RESPONSE = [19, 25, 37, 43];

/** Throws GpuUnavailableError 'self-check-failed' unless the engine answers 19, 25, 37, 43. */
export async function requireSelfCheck(engine: Pick<Engine, 'correlate'>): Promise<void> {
  const response = await engine.correlate(IMAGE, KERNEL);
  const got = [...response.data];
  if (got.length === RESPONSE.length && got.every((value, index) => value === RESPONSE[index])) return;
  const detail = `expected ${RESPONSE.join(', ')}, the device gave ${got.join(', ')}`;
  throw new GpuUnavailableError({ code: 'gpu-unavailable', reason: 'self-check-failed', detail });
}
