/** WGSL as one would write it first: a thread for each element of the result, straight from the definition. */
import type { Contender, Job, OpenContender } from '../../src/bench/contender.ts';
import { openBenchDevice } from '../../src/bench/limits/gpu-device.ts';
import type { Operands } from '../../src/bench/operands.ts';
import { RATE } from '../../src/bench/training-expectation.ts';
import { planOf, type Workload } from '../../src/bench/workload.ts';
import type { Plan } from '../../src/math/geometry.ts';
import shader from './naive.wgsl?raw';

export const naiveWgsl: Contender = { name: 'naive-wgsl', group: 'naive', device: 'gpu', open };

const WORKGROUP = 64;
/** Workgroups along x; more go on along y. */
const ROW = 65_535;

async function open(): Promise<OpenContender> {
  const opened = await openBenchDevice(navigator.gpu);
  if (opened === null) throw new Error('no WebGPU adapter');
  const { device } = opened;
  return {
    description: 'one thread an output, one thread a tap',
    prepare: (workload, operands) => prepare(device, workload, operands),
    dispose: () => {
      device.destroy();
    },
  };
}

async function prepare(device: GPUDevice, workload: Workload, operands: Operands): Promise<Job> {
  const space = createSpace(device, workload, operands);
  return workload.operation === 'train' ? prepareTraining(space) : prepareOne(space, workload);
}

/** The buffers of a workload: `image`, `kernel` and `upstream` stand for what they are or for their gradient. */
interface Space {
  readonly device: GPUDevice;
  readonly operands: Operands;
  readonly constants: Record<string, number>;
  readonly image: GPUBuffer;
  readonly kernel: GPUBuffer;
  readonly response: GPUBuffer;
  readonly target: GPUBuffer;
  readonly staging: GPUBuffer;
  dispose(): void;
}

function createSpace(device: GPUDevice, workload: Workload, operands: Operands): Space {
  const { STORAGE, COPY_DST, COPY_SRC, MAP_READ } = GPUBufferUsage;
  const sizes = [operands.image, operands.kernel, operands.upstream].map(({ data }) => data.byteLength);
  const create = (size = 4, usage = STORAGE | COPY_DST | COPY_SRC) => device.createBuffer({ size, usage });
  const space = {
    image: create(sizes[0]),
    kernel: create(sizes[1]),
    response: create(sizes[2]),
    target: create(workload.operation === 'train' ? sizes[2] : 4),
    staging: create(Math.max(...sizes), MAP_READ | COPY_DST),
  };
  device.queue.writeBuffer(space.image, 0, bytesOf(operands.image.data));
  device.queue.writeBuffer(space.kernel, 0, bytesOf(operands.kernel.data));
  if (workload.operation === 'train')
    device.queue.writeBuffer(space.target, 0, bytesOf(operands.upstream.data));
  else device.queue.writeBuffer(space.response, 0, bytesOf(operands.upstream.data));
  const constants = makeConstants(planOf(workload));
  const dispose = () => {
    for (const buffer of Object.values(space)) buffer.destroy();
  };
  return { device, operands, constants, ...space, dispose };
}

function bytesOf(data: Float32Array): Float32Array<ArrayBuffer> {
  return data as Float32Array<ArrayBuffer>;
}

function makeConstants(plan: Plan): Record<string, number> {
  return {
    IN_CHANNELS: plan.inChannels,
    OUT_CHANNELS: plan.outChannels,
    HEIGHT: plan.image[0],
    WIDTH: plan.image[1],
    KERNEL_HEIGHT: plan.kernel[0],
    KERNEL_WIDTH: plan.kernel[1],
    OUT_HEIGHT: plan.output[0],
    OUT_WIDTH: plan.output[1],
    STRIDE: plan.geometry.stride[0],
    RATE,
  };
}

interface Step {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly count: number;
}

async function createStep(space: Space, entryPoint: string, count: number): Promise<Step> {
  const { device } = space;
  const module = device.createShaderModule({ code: shader });
  const buffers = [space.image, space.kernel, space.response, space.target];
  const layout = device.createBindGroupLayout({
    entries: buffers.map((_, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: 'storage' },
    })),
  });
  const pipeline = await device.createComputePipelineAsync({
    layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
    compute: { module, entryPoint, constants: space.constants },
  });
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  return { pipeline, bindGroup: device.createBindGroup({ layout, entries }), count };
}

function encode(encoder: GPUCommandEncoder, steps: readonly Step[]): void {
  const pass = encoder.beginComputePass();
  for (const { pipeline, bindGroup, count } of steps) {
    const groups = Math.ceil(count / WORKGROUP);
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(Math.min(groups, ROW), Math.ceil(groups / ROW));
  }
  pass.end();
}

async function read(space: Space, encoder: GPUCommandEncoder, buffer: GPUBuffer): Promise<Float32Array> {
  encoder.copyBufferToBuffer(buffer, 0, space.staging, 0, buffer.size);
  space.device.queue.submit([encoder.finish()]);
  await space.staging.mapAsync(GPUMapMode.READ, 0, buffer.size);
  const data = new Float32Array(space.staging.getMappedRange(0, buffer.size)).slice();
  space.staging.unmap();
  return data;
}

async function prepareOne(space: Space, { operation }: Workload): Promise<Job> {
  const { device, operands } = space;
  const { image, kernel, upstream } = operands;
  const [entry, buffer, inputs] =
    operation === 'forward'
      ? ([
          'correlate',
          space.response,
          [
            [space.image, image],
            [space.kernel, kernel],
          ],
        ] as const)
      : operation === 'kernel-gradient'
        ? ([
            'kernel_gradient',
            space.kernel,
            [
              [space.image, image],
              [space.response, upstream],
            ],
          ] as const)
        : ([
            'image_gradient',
            space.image,
            [
              [space.kernel, kernel],
              [space.response, upstream],
            ],
          ] as const);
  const step = await createStep(space, entry, buffer.size / 4);
  return {
    run() {
      for (const [to, { data }] of inputs) device.queue.writeBuffer(to, 0, bytesOf(data));
      const encoder = device.createCommandEncoder();
      encode(encoder, [step]);
      return read(space, encoder, buffer);
    },
    async resident() {
      const encoder = device.createCommandEncoder();
      encode(encoder, [step]);
      device.queue.submit([encoder.finish()]);
      await device.queue.onSubmittedWorkDone();
    },
    dispose: () => {
      space.dispose();
    },
  };
}

/** Response, residual, gradient and update, a dispatch each; the kernel is fetched after the last step. */
async function prepareTraining(space: Space): Promise<Job> {
  const { device, operands } = space;
  const responses = operands.upstream.data.length;
  const taps = operands.kernel.data.length;
  const steps = [
    await createStep(space, 'correlate', responses),
    await createStep(space, 'residual', responses),
    await createStep(space, 'descend', taps),
  ];
  return {
    async run(count) {
      // A queue of any length is one program to a software adapter, whose watchdog has limits.
      for (let left = count; left > 1; left--) {
        const encoder = device.createCommandEncoder();
        encode(encoder, steps);
        device.queue.submit([encoder.finish()]);
        if (left % 256 === 0) await device.queue.onSubmittedWorkDone();
      }
      const encoder = device.createCommandEncoder();
      encode(encoder, steps);
      return read(space, encoder, space.kernel);
    },
    dispose: () => {
      space.dispose();
    },
  };
}
