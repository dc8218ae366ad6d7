/** What the engine layer uses of this folder. */
export { GpuUnavailableError, type GpuUnavailableProblem, type GpuUnavailableReason } from './unavailable.ts';
export type { GpuEngine } from './gpu-engine.ts';
export { openGpuEngine } from './open.ts';
