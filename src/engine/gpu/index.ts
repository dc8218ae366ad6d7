/** What the engine layer uses of the GPU. */
export { openGpuEngine } from './open.ts';
export { GpuUnavailableError } from './unavailable.ts';
