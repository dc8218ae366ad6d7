/** jax-js, jitted. Its arrays are moved into what uses them: `ref` keeps one for later. */
import { blockUntilReady, grad, init, jit, lax, numpy as np } from '@jax-js/jax';
import type { Contender, Job, OpenContender } from '../../src/bench/contender.ts';
import type { Operands } from '../../src/bench/operands.ts';
import { RATE } from '../../src/bench/training-expectation.ts';
import type { Workload } from '../../src/bench/workload.ts';
import type { Tensor4 } from '../../src/math/tensor.ts';
import { dependencies } from '../package.json';

/** Seen with 0.1.25 on SwiftShader: the job of a 2048×2048 image gradient did not end, and no other could run. */
const NEVER_ENDS_FROM = 2048;
const NEVER_ENDS = 'left out: its GPU job had not ended after 60 s, and kept all others waiting';

type Backend = 'wasm' | 'webgpu';
type Arr = np.Array;

export const jaxWasm: Contender = {
  name: 'jax-js-wasm',
  group: 'peer',
  device: 'cpu',
  open: () => open('wasm'),
};
export const jaxWebgpu: Contender = {
  name: 'jax-js-webgpu',
  group: 'peer',
  device: 'gpu',
  open: () => open('webgpu'),
};

async function open(device: Backend): Promise<OpenContender> {
  const available = await init(device);
  if (!available.includes(device)) throw new Error(`jax-js has no ${device} here`);
  return {
    description: `jax-js ${dependencies['@jax-js/jax']} ${device}, jitted`,
    prepare: (workload, operands) => prepare(device, workload, operands),
  };
}

function prepare(device: Backend, workload: Workload, operands: Operands): Job {
  const strides = [...(workload.geometry.stride ?? [1, 1])];
  const { image, kernel, upstream } = operands;
  const conv = (x: Arr, k: Arr): Arr => lax.conv(x, k, strides, 'VALID');
  switch (workload.operation) {
    case 'forward':
      return makeJob(device, [image, kernel], jit(conv));
    case 'kernel-gradient': {
      const loss = (k: Arr, x: Arr, dy: Arr): Arr => np.sum(conv(x, k).mul(dy));
      const gradient = jit(grad(loss));
      // The gradient does not depend on where it is taken: the loss is linear.
      return makeJob(device, [kernel, image, upstream], gradient);
    }
    case 'image-gradient': {
      if (device === 'webgpu' && image.shape[2] >= NEVER_ENDS_FROM) throw new Error(NEVER_ENDS);
      const loss = (x: Arr, k: Arr, dy: Arr): Arr => np.sum(conv(x, k).mul(dy));
      return makeJob(device, [image, kernel, upstream], jit(grad(loss)));
    }
    case 'train':
      return makeTraining(device, operands, conv);
  }
}

function upload(device: Backend, { data, shape }: Tensor4): Arr {
  return np.array(data as Float32Array<ArrayBuffer>, { shape: [...shape], device });
}

/** Three tensors are a gradient's: the first, where it is taken, stays resident, as no result depends on it. */
function makeJob(device: Backend, tensors: readonly Tensor4[], compute: (...arrays: Arr[]) => Arr): Job {
  const kept = tensors.map((tensor) => upload(device, tensor));
  const isGradient = tensors.length === 3;
  const arrays = (): Arr[] =>
    kept.map((array, i) => {
      const tensor = isGradient && i === 0 ? undefined : tensors[i];
      return tensor === undefined ? array.ref : upload(device, tensor);
    });
  return {
    run: async () => (await compute(...arrays()).data()) as Float32Array,
    async resident() {
      const result = compute(...kept.map((array) => array.ref));
      await blockUntilReady(result);
      result.dispose();
    },
    dispose: () => {
      for (const array of kept) array.dispose();
    },
  };
}

function makeTraining(
  device: Backend,
  { image, kernel, upstream }: Operands,
  conv: (x: Arr, k: Arr) => Arr,
): Job {
  const loss = (k: Arr, x: Arr, y: Arr): Arr => np.mean(np.square(conv(x, k).sub(y)));
  const step = jit((k: Arr, x: Arr, y: Arr): Arr => k.ref.sub(grad(loss)(k, x, y).mul(RATE)));
  const [x, y] = [upload(device, image), upload(device, upstream)];
  let k = upload(device, kernel);
  return {
    async run(steps) {
      for (let i = 0; i < steps; i++) {
        k = step(k, x.ref, y.ref);
        // It is lazy: without a wait now and then, the queue grows without end.
        if (i % 16 === 15) await blockUntilReady(k);
      }
      return (await k.ref.data()) as Float32Array;
    },
    dispose: () => {
      for (const array of [x, y, k]) array.dispose();
    },
  };
}
