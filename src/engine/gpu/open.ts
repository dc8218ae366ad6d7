/** Opens the engine on WebGPU, or says by name why it cannot be. */
import { DeviceLostError, ShaderError } from '../errors.ts';
import { describeAdapter, isSoftware, openAdapter } from './adapter.ts';
import { openDevice } from './device.ts';
import { DeviceSession } from './device-session.ts';
import { GpuEngine } from './gpu-engine.ts';
import { HARDWARE, SOFTWARE } from './device-class.ts';
import { Passes } from './passes.ts';
import { requireSelfCheck } from './self-check.ts';
import { GpuUnavailableError, type GpuUnavailableReason } from './unavailable.ts';

export interface GpuRequest {
  /** Whether an adapter that computes on the CPU will do. */
  readonly allowSoftware: boolean;
}

/** Checks the device by the article's example; throws GpuUnavailableError. */
export async function openGpuEngine(gpu: GPU, { allowSoftware }: GpuRequest): Promise<GpuEngine> {
  return openOnAdapter(await openAdapter(gpu, allowSoftware));
}

/** The same on an adapter that was found before. */
export async function openOnAdapter(adapter: GPUAdapter): Promise<GpuEngine> {
  const session = new DeviceSession(await openDevice(adapter));
  try {
    const passes = new Passes(session.device, isSoftware(adapter.info) ? SOFTWARE : HARDWARE);
    const engine = new GpuEngine(session, passes, describeAdapter(adapter.info));
    await requireSelfCheck(engine);
    return engine;
  } catch (error) {
    session.dispose();
    throw makeUnavailable(error);
  }
}

function makeUnavailable(error: unknown): GpuUnavailableError {
  if (error instanceof GpuUnavailableError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new GpuUnavailableError({ code: 'gpu-unavailable', reason: reasonOf(error), detail });
}

function reasonOf(error: unknown): GpuUnavailableReason {
  if (error instanceof DeviceLostError) return 'device-lost';
  // A pipeline that cannot be built is a GPUPipelineError, which not every place that runs this defines.
  if (error instanceof ShaderError || (error instanceof Error && error.name === 'GPUPipelineError')) {
    return 'shader-error';
  }
  return 'self-check-failed';
}
