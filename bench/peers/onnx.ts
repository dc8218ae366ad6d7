/** ONNX Runtime Web, in its WASM and its WebGPU build. */
import * as wasmRuntime from 'onnxruntime-web/wasm';
import wasmModuleUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import * as webgpuRuntime from 'onnxruntime-web/webgpu';
import webgpuModuleUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import webgpuUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { Contender, Job, OpenContender } from '../../src/bench/contender.ts';
import type { Operands } from '../../src/bench/operands.ts';
import type { Workload } from '../../src/bench/workload.ts';
import type { Tensor4 } from '../../src/math/tensor.ts';
import { makeGraph } from '../onnx/graphs.ts';
import { encodeModel, type Graph } from '../onnx/model.ts';

type Runtime = typeof wasmRuntime;
type Session = wasmRuntime.InferenceSession;
type Tensor = wasmRuntime.Tensor;

export const onnxWasm: Contender = { name: 'ort-wasm', group: 'peer', device: 'cpu', open: openWasm };
export const onnxWebgpu: Contender = { name: 'ort-webgpu', group: 'peer', device: 'gpu', open: openWebgpu };

async function openWasm(): Promise<OpenContender> {
  const runtime: Runtime = wasmRuntime;
  const threads = crossOriginIsolated ? navigator.hardwareConcurrency : 1;
  runtime.env.wasm.numThreads = threads;
  runtime.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: wasmModuleUrl };
  const session = await probe(runtime, 'wasm');
  return {
    description: `ONNX Runtime Web ${runtime.env.versions.web ?? ''} wasm, threads: ${String(threads)}`,
    prepare: (workload, operands) => prepareOnCpu(runtime, workload, operands),
    dispose: () => void session.release(),
  };
}

async function openWebgpu(): Promise<OpenContender> {
  const runtime: Runtime = webgpuRuntime;
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmPaths = { wasm: webgpuUrl, mjs: webgpuModuleUrl };
  const session = await probe(runtime, 'webgpu');
  const device = await runtime.env.webgpu.device;
  return {
    description: `ONNX Runtime Web ${runtime.env.versions.web ?? ''} webgpu`,
    prepare: (workload, operands) => prepareOnGpu(runtime, device, workload, operands),
    dispose: () => void session.release(),
  };
}

/**
 * A session of the smallest graph: a backend that does not start says so when it is opened, and the device, which goes
 * with the last session, stays.
 */
async function probe(runtime: Runtime, provider: string): Promise<Session> {
  const model = encodeModel({
    nodes: [{ type: 'Identity', inputs: ['from'], outputs: ['to'] }],
    inputs: [{ name: 'from', shape: [1] }],
    outputs: [{ name: 'to', shape: [1] }],
  });
  return runtime.InferenceSession.create(model, { executionProviders: [provider] });
}

function feedsOf(
  runtime: Runtime,
  graph: Graph,
  operands: Operands,
  toTensor = (tensor: Tensor4): Tensor => onCpu(runtime, tensor),
): Record<string, Tensor> {
  const { image, kernel, upstream } = operands;
  const named: Record<string, Tensor4> = { image, kernel, upstream };
  return Object.fromEntries(graph.inputs.map(({ name }) => [name, toTensor(named[name] ?? image)] as const));
}

function onCpu(runtime: Runtime, { data, shape }: Tensor4): Tensor {
  return new runtime.Tensor('float32', data, shape);
}

async function resultOf(session: Session, feeds: Record<string, Tensor>): Promise<Tensor> {
  const { result } = await session.run(feeds);
  if (result === undefined) throw new Error('the graph gave no result');
  return result;
}

/** Its tensors live outside its heap: operands are copied in and results out whatever one does. */
async function prepareOnCpu(runtime: Runtime, workload: Workload, operands: Operands): Promise<Job> {
  const graph = makeGraph(workload);
  const session = await runtime.InferenceSession.create(encodeModel(graph), { executionProviders: ['wasm'] });
  const feeds = feedsOf(runtime, graph, operands);
  return {
    async run(steps) {
      let result = await resultOf(session, feeds);
      for (let step = 1; workload.operation === 'train' && step < steps; step++)
        result = await resultOf(session, { ...feeds, kernel: result });
      if (workload.operation === 'train') feeds.kernel = result;
      return result.data as Float32Array;
    },
    dispose: () => {
      void session.release();
    },
  };
}

async function prepareOnGpu(
  runtime: Runtime,
  device: GPUDevice,
  workload: Workload,
  operands: Operands,
): Promise<Job> {
  const graph = makeGraph(workload);
  const model = encodeModel(graph);
  const executionProviders = ['webgpu'];
  const session = await runtime.InferenceSession.create(model, { executionProviders });
  const keeping = await runtime.InferenceSession.create(model, {
    executionProviders,
    preferredOutputLocation: 'gpu-buffer',
  });
  const buffers: GPUBuffer[] = [];
  const onGpu = ({ data, shape }: Tensor4): Tensor => {
    const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
    const size = Math.ceil(data.byteLength / 16) * 16;
    const buffer = device.createBuffer({ size, usage: STORAGE | COPY_DST | COPY_SRC });
    device.queue.writeBuffer(buffer, 0, data as Float32Array<ArrayBuffer>);
    buffers.push(buffer);
    return runtime.Tensor.fromGpuBuffer(buffer, { dataType: 'float32', dims: shape });
  };
  const kept = feedsOf(runtime, graph, operands, onGpu);
  const dispose = (): void => {
    for (const buffer of buffers) buffer.destroy();
    void session.release();
    void keeping.release();
  };
  if (workload.operation === 'train') return { run: (steps) => train(keeping, kept, steps), dispose };
  const feeds = feedsOf(runtime, graph, operands);
  return {
    run: async () => (await resultOf(session, feeds)).data as Float32Array,
    async resident() {
      const result = await resultOf(keeping, kept);
      await device.queue.onSubmittedWorkDone();
      result.dispose();
    },
    dispose,
  };
}

/** The kernel stays on the device from step to step. */
async function train(session: Session, feeds: Record<string, Tensor>, steps: number): Promise<Float32Array> {
  for (let step = 0; step < steps; step++) {
    const before = feeds.kernel;
    feeds.kernel = await resultOf(session, feeds);
    if (step > 0) before?.dispose();
  }
  return (await feeds.kernel?.getData()) as Float32Array;
}
