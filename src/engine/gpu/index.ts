/** What the engine layer uses of this folder. */
export type { GpuEngine } from './gpu-engine.ts';
export { openOnAdapter } from './open.ts';
