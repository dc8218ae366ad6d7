/** Why the CPU computes, in words. */
import { msg } from '@lit/localize';
import type { Fallback } from '../../engine/index.ts';

export function fallbackText(fallback: Fallback): string {
  switch (fallback.reason) {
    case 'no-webgpu':
      return msg('This browser has no WebGPU, so the CPU computes. The results are the same.');
    case 'no-adapter':
      return msg('WebGPU found no graphics adapter here, so the CPU computes. The results are the same.');
    case 'software-adapter':
      return msg('The only WebGPU adapter here is emulated in software; the CPU computes faster.');
    case 'device-refused':
      return msg('The graphics driver refused a device, so the CPU computes. The results are the same.');
    case 'shader-error':
      return msg('The GPU program did not compile on this driver, so the CPU computes.');
    case 'self-check-failed':
      return msg('The GPU miscalculated the example at start-up, so the CPU computes instead.');
    case 'device-lost':
      return msg('The GPU was lost repeatedly, so the CPU computes for the rest of this visit.');
  }
}
