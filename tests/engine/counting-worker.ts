/** The engine's own worker, which answers `{ count: 'buffers' }` with how many GPU buffers were not destroyed. */
import '../../src/engine/worker.ts';

export interface BufferCount {
  readonly buffers: number;
}

const alive = new Set<GPUBuffer>();

/* eslint-disable @typescript-eslint/unbound-method -- both are called with their objects */
const { createBuffer } = GPUDevice.prototype;
const { destroy } = GPUBuffer.prototype;
/* eslint-enable @typescript-eslint/unbound-method */

GPUDevice.prototype.createBuffer = function (this: GPUDevice, descriptor: GPUBufferDescriptor) {
  const buffer = createBuffer.call(this, descriptor);
  alive.add(buffer);
  return buffer;
};

GPUBuffer.prototype.destroy = function (this: GPUBuffer) {
  alive.delete(this);
  destroy.call(this);
};

addEventListener('message', ({ data }: MessageEvent<{ readonly count?: 'buffers' }>) => {
  if (data.count === 'buffers') postMessage({ buffers: alive.size } satisfies BufferCount);
});
