/** TensorFlow.js on its four backends. Gradients are its own kernels, called as its autodiff calls them. */
import * as tf from '@tensorflow/tfjs';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import type { Contender, Job, OpenContender } from '../../src/bench/contender.ts';
import type { Operands } from '../../src/bench/operands.ts';
import { RATE } from '../../src/bench/training-expectation.ts';
import { planOf, type Workload } from '../../src/bench/workload.ts';
import { imageShape, kernelShape, responseShape, type Plan } from '../../src/math/geometry.ts';
import type { Shape4 } from '../../src/math/tensor.ts';
import {
  FROM_FILTER,
  permute,
  permuteShape,
  TO_CHANNELS_FIRST,
  TO_CHANNELS_LAST,
  TO_FILTER,
} from './layouts.ts';

type Backend = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

export const tensorFlowContenders: readonly Contender[] = (['webgpu', 'webgl', 'wasm', 'cpu'] as const).map(
  (backend) => ({
    name: `tfjs-${backend}`,
    group: 'peer',
    device: backend === 'webgpu' || backend === 'webgl' ? 'gpu' : 'cpu',
    open: () => open(backend),
  }),
);

async function open(backend: Backend): Promise<OpenContender> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
  });
  if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} does not start here`);
  await tf.ready();
  const threads = backend === 'wasm' ? `, threads: ${String(getThreadsCount())}` : '';
  return {
    description: `TensorFlow.js ${tf.version.tfjs} ${backend}${threads}`,
    prepare: (workload, operands) => prepare(backend, workload, operands),
  };
}

async function use(backend: Backend): Promise<void> {
  if (tf.getBackend() !== backend) await tf.setBackend(backend);
}

/** Backends that compute in this thread give their data at once. */
async function dataOf(backend: Backend, tensor: tf.Tensor): Promise<Float32Array> {
  const data = backend === 'cpu' || backend === 'wasm' ? tensor.dataSync() : await tensor.data();
  tensor.dispose();
  return data as Float32Array;
}

/** A tensor in the library's layout: its data as they are given to it, its shape, and the way back to ours. */
interface Side {
  readonly data: Float32Array;
  readonly shape: [number, number, number, number];
}

function makeSide(data: Float32Array, shape: Shape4, order: Shape4): Side {
  return { data: permute(data, shape, order), shape: permuteShape(shape, order) };
}

function upload({ data, shape }: Side): tf.Tensor4D {
  return tf.tensor4d(data, shape);
}

interface Sides {
  readonly image: Side;
  readonly kernel: Side;
  readonly upstream: Side;
}

function makeSides(plan: Plan, { image, kernel, upstream }: Operands): Sides {
  return {
    image: makeSide(image.data, imageShape(plan), TO_CHANNELS_LAST),
    kernel: makeSide(kernel.data, kernelShape(plan), TO_FILTER),
    upstream: makeSide(upstream.data, responseShape(plan), TO_CHANNELS_LAST),
  };
}

async function prepare(backend: Backend, workload: Workload, operands: Operands): Promise<Job | null> {
  await use(backend);
  const plan = planOf(workload);
  const sides = makeSides(plan, operands);
  const stride = plan.geometry.stride[0];
  switch (workload.operation) {
    case 'forward':
      return makeJob(
        backend,
        [sides.image, sides.kernel],
        (image, kernel) => tf.conv2d(image, kernel, stride, 'valid'),
        {
          toOurLayout: (data) =>
            permute(data, permuteShape(responseShape(plan), TO_CHANNELS_LAST), TO_CHANNELS_FIRST),
        },
      );
    case 'kernel-gradient':
      if (backend === 'wasm' && plan.inChannels > 1) return null;
      return makeJob(
        backend,
        [sides.image, sides.upstream],
        (image, upstream) => kernelGradient(backend, image, upstream, sides.kernel.shape, stride),
        { toOurLayout: (data) => permute(data, sides.kernel.shape, FROM_FILTER) },
      );
    case 'image-gradient':
      return makeJob(
        backend,
        [sides.upstream, sides.kernel],
        (upstream, kernel) => imageGradient(upstream, kernel, sides.image.shape, stride),
        { toOurLayout: (data) => permute(data, sides.image.shape, TO_CHANNELS_FIRST) },
      );
    case 'train':
      return makeTraining(backend, sides);
  }
}

function makeJob(
  backend: Backend,
  [first, second]: readonly [Side, Side],
  compute: (first: tf.Tensor4D, second: tf.Tensor4D) => tf.Tensor4D,
  { toOurLayout }: Pick<Job, 'toOurLayout'>,
): Job {
  const [a, b] = [upload(first), upload(second)];
  return {
    async run() {
      await use(backend);
      return dataOf(
        backend,
        tf.tidy(() => compute(upload(first), upload(second))),
      );
    },
    async resident() {
      await use(backend);
      const result = tf.tidy(() => compute(a, b));
      // The only way to wait for a graphics backend is to fetch something: one element of the result.
      if (backend === 'webgpu' || backend === 'webgl')
        await dataOf(
          backend,
          tf.tidy(() => tf.slice4d(result, [0, 0, 0, 0], [1, 1, 1, 1])),
        );
      result.dispose();
    },
    ...(toOurLayout ? { toOurLayout } : {}),
    dispose: () => {
      tf.dispose([a, b]);
    },
  };
}

/** Its WASM backend has no Conv2DBackpropFilter; the same sum is a convolution with the upstream for a filter. */
function kernelGradient(
  backend: Backend,
  image: tf.Tensor4D,
  upstream: tf.Tensor4D,
  shape: [number, number, number, number],
  stride: number,
): tf.Tensor4D {
  if (backend === 'wasm') {
    const [, height, width] = upstream.shape;
    return tf.reshape(tf.conv2d(image, tf.reshape(upstream, [height, width, 1, 1]), 1, 'valid'), shape);
  }
  return tf
    .engine()
    .runKernel<tf.Tensor4D>(
      'Conv2DBackpropFilter',
      { x: image, dy: upstream },
      { strides: stride, pad: 'valid', dataFormat: 'NHWC', filterShape: shape },
    );
}

function imageGradient(
  upstream: tf.Tensor4D,
  kernel: tf.Tensor4D,
  shape: [number, number, number, number],
  stride: number,
): tf.Tensor4D {
  return tf
    .engine()
    .runKernel<tf.Tensor4D>(
      'Conv2DBackpropInput',
      { dy: upstream, filter: kernel },
      { strides: stride, pad: 'valid', dataFormat: 'NHWC', inputShape: shape },
    );
}

function makeTraining(backend: Backend, sides: Sides): Job {
  const [image, target] = [upload(sides.image), upload(sides.upstream)];
  let kernel = upload(sides.kernel);
  const scale = (2 * RATE) / sides.upstream.data.length;
  const step = (): tf.Tensor4D => {
    const residual = tf.sub<tf.Tensor4D>(tf.conv2d(image, kernel, 1, 'valid'), target);
    const gradient = kernelGradient(backend, image, residual, sides.kernel.shape, 1);
    return tf.sub(kernel, tf.mul(gradient, scale));
  };
  return {
    async run(steps) {
      await use(backend);
      for (let i = 0; i < steps; i++) {
        const next = tf.tidy(step);
        kernel.dispose();
        kernel = next;
      }
      return dataOf(backend, tf.clone(kernel));
    },
    toOurLayout: (data) => permute(data, sides.kernel.shape, FROM_FILTER),
    dispose: () => {
      tf.dispose([image, target, kernel]);
    },
  };
}
