/** The engine's own worker, which on command loses its GPU device or dies of an error. */
import '../../src/engine/worker.ts';

export type Fault = 'lose-device' | 'crash';

const devices: GPUDevice[] = [];

if ('GPUAdapter' in globalThis) {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its adapter below
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, descriptor?: GPUDeviceDescriptor) {
    const device = await requestDevice.call(this, descriptor);
    devices.push(device);
    return device;
  };
}

addEventListener('message', ({ data }: MessageEvent<{ readonly fault?: Fault }>) => {
  if (data.fault === 'lose-device') for (const device of devices) device.destroy();
  if (data.fault === 'crash') throw new Error('crashed on command');
});
