/** An engine on Dawn that takes the device for one of a given class, so that any machine tests the choices of all. */
import type { DeviceClass } from '../../../src/engine/gpu/device-class.ts';
import { DeviceSession } from '../../../src/engine/gpu/device-session.ts';
import { GpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import { Passes } from '../../../src/engine/gpu/passes.ts';
import { openDawn } from './dawn.ts';

export interface ClassedEngine {
  readonly engine: GpuEngine;
  readonly passes: Passes;
}

export async function openClassedEngine(deviceClass: DeviceClass): Promise<ClassedEngine> {
  const adapter = await (await openDawn()).requestAdapter();
  if (adapter === null) throw new Error('the adapter went away');
  const device = await adapter.requestDevice();
  const passes = new Passes(device, deviceClass);
  return { engine: new GpuEngine(new DeviceSession(device), passes, 'test'), passes };
}
