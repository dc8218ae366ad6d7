/** The limits of a WebGPU device: arithmetic, copies between buffers, and what one dispatch and read-back cost. */
import shader from './gpu-arithmetic.wgsl?raw';
import { openBenchDevice } from './gpu-device.ts';

export interface GpuLimits {
  /** Floating-point operations a second: the better of `fma` and a multiply and an add. */
  readonly fused: number;
  readonly multiplyAndAdd: number;
  /** Bytes read and written a second by copyBufferToBuffer. */
  readonly copy: number;
  /** Milliseconds from submit to the end of a dispatch of one workgroup, and until its four bytes are mapped. */
  readonly dispatch: number;
  readonly readBack: number;
}

const CHAINS = 8;
const WORKGROUP = 64;
const TRIES = 5;

/** Null without an adapter. */
export async function measureGpu(gpu: GPU): Promise<GpuLimits | null> {
  const opened = await openBenchDevice(gpu).catch(() => null);
  if (opened === null) return null;
  const { device } = opened;
  try {
    return {
      fused: await measureArithmetic(device, true),
      multiplyAndAdd: await measureArithmetic(device, false),
      copy: await measureCopy(device),
      ...(await measureLatency(device)),
    };
  } finally {
    device.destroy();
  }
}

async function createArithmetic(
  device: GPUDevice,
  fused: boolean,
  turns: number,
): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ code: shader });
  const constants = { FUSED: fused ? 1 : 0, TURNS: turns };
  return device.createComputePipelineAsync({ layout: 'auto', compute: { module, constants } });
}

/** Grows the grid until it takes long enough to be told from the cost of submitting. */
async function measureArithmetic(device: GPUDevice, fused: boolean): Promise<number> {
  const turns = 512;
  const pipeline = await createArithmetic(device, fused, turns);
  let best = 0;
  for (let workgroups = 16; workgroups <= 1 << 15; workgroups *= 4) {
    const { dispatch, dispose } = bindResult(device, pipeline, workgroups);
    const time = await shortest(device, dispatch);
    dispose();
    const operations = workgroups * WORKGROUP * turns * CHAINS * 4 * 2;
    best = Math.max(best, (operations * 1000) / time);
    if (time > 40) break;
  }
  return best;
}

function bindResult(device: GPUDevice, pipeline: GPUComputePipeline, workgroups: number) {
  const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
  const size = (workgroups * WORKGROUP + 2) * 16;
  const buffer = device.createBuffer({ size, usage: STORAGE | COPY_DST | COPY_SRC });
  device.queue.writeBuffer(buffer, 0, new Float32Array(8).fill(0.5));
  const bindGroup = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [{ binding: 0, resource: { buffer } }],
  });
  const dispatch = (encoder: GPUCommandEncoder): void => {
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(workgroups);
    pass.end();
  };
  return {
    buffer,
    dispatch,
    dispose: () => {
      buffer.destroy();
    },
  };
}

async function shortest(device: GPUDevice, encode: (encoder: GPUCommandEncoder) => void): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < TRIES; tries++) {
    const encoder = device.createCommandEncoder();
    encode(encoder);
    const commands = encoder.finish();
    const start = performance.now();
    device.queue.submit([commands]);
    await device.queue.onSubmittedWorkDone();
    best = Math.min(best, Math.max(performance.now() - start, 1e-3));
  }
  return best;
}

async function measureCopy(device: GPUDevice): Promise<number> {
  const size = 64 * 2 ** 20;
  const { COPY_SRC, COPY_DST } = GPUBufferUsage;
  const [from, to] = [COPY_SRC, COPY_DST].map((usage) => device.createBuffer({ size, usage }));
  if (from === undefined || to === undefined) return 0;
  const copies = 4;
  const time = await shortest(device, (encoder) => {
    for (let i = 0; i < copies; i++) encoder.copyBufferToBuffer(from, 0, to, 0, size);
  });
  from.destroy();
  to.destroy();
  return (2 * size * copies * 1000) / time;
}

async function measureLatency(device: GPUDevice): Promise<Pick<GpuLimits, 'dispatch' | 'readBack'>> {
  const pipeline = await createArithmetic(device, false, 1);
  const { buffer, dispatch, dispose } = bindResult(device, pipeline, 1);
  const { MAP_READ, COPY_DST } = GPUBufferUsage;
  const staging = device.createBuffer({ size: 16, usage: MAP_READ | COPY_DST });
  const dispatchTime = await shortest(device, dispatch);
  let readBack = Infinity;
  for (let tries = 0; tries < TRIES; tries++) {
    const encoder = device.createCommandEncoder();
    dispatch(encoder);
    encoder.copyBufferToBuffer(buffer, 32, staging, 0, 16);
    const start = performance.now();
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    readBack = Math.min(readBack, performance.now() - start);
    staging.unmap();
  }
  dispose();
  staging.destroy();
  return { dispatch: dispatchTime, readBack };
}
