/** Our engines, through the contract that the page uses: each call uploads its operands and fetches its result. */
import {
  openEngine,
  type Engine,
  type Tensor4,
  type TrainingMethod,
  type TrainingProblem,
} from '../engine/index.ts';
import type { Contender, Device, Job, OpenContender } from './contender.ts';
import type { Operands } from './operands.ts';
import { openResidence, type Residence } from './own-resident.ts';
import { RATE } from './training-expectation.ts';
import type { Workload } from './workload.ts';

export const corr2dCpu = makeOwn('corr2d-cpu', 'cpu', prepare);

/** Insists on WebGPU, software adapters included; beside it, its passes with resident operands. */
export const corr2dWebgpu: Contender = {
  ...makeOwn('corr2d-webgpu', 'gpu', prepare),
  async open(): Promise<OpenContender> {
    const engine = await makeOwn('corr2d-webgpu', 'gpu', prepare).open();
    const residence = await openResidence(navigator.gpu);
    return {
      description: engine.description,
      async prepare(workload, operands): Promise<Job | null> {
        const job = await engine.prepare(workload, operands);
        return job && { ...job, ...(await withResidence(job, residence.prepare(workload, operands))) };
      },
      dispose: () => {
        engine.dispose?.();
        residence.dispose();
      },
    };
  },
};

async function withResidence(job: Job, preparing: ReturnType<Residence['prepare']>): Promise<Partial<Job>> {
  const { dispose, ...resident } = await preparing;
  return {
    ...resident,
    dispose: () => {
      job.dispose?.();
      dispose?.();
    },
  };
}

/** Training by normal equations: the set-up sweeps the image once, a step no more. */
export const corr2dGram = makeOwn('corr2d-gram', 'cpu', (workload, operands, engine) =>
  workload.operation === 'train' ? prepareTraining(operands, engine, 'gram') : null,
);

type Prepare = (workload: Workload, operands: Operands, engine: Engine) => Promise<Job | null> | Job | null;

function makeOwn(name: string, device: Device, prepareJob: Prepare): Contender {
  return {
    name,
    group: 'ours',
    device,
    async open(): Promise<OpenContender> {
      const engine = await openOwn(device);
      return {
        description: engine.info.adapter,
        prepare: (workload, operands) => prepareJob(workload, operands, engine),
        dispose: () => {
          engine.dispose();
        },
      };
    },
  };
}

async function openOwn(device: Device): Promise<Engine> {
  if (device === 'cpu') return openEngine({ prefer: 'cpu' });
  const { gpu } = navigator as { gpu?: GPU };
  if (!gpu) throw new Error('this browser has no WebGPU');
  const engine = await openEngine({ prefer: 'webgpu', gpu });
  if (engine.info.kind === 'webgpu') return engine;
  const { reason, detail } = engine.info.fallback ?? { reason: 'no-webgpu', detail: '' };
  engine.dispose();
  throw new Error(`${reason} ${detail}`.trim());
}

function prepare(workload: Workload, operands: Operands, engine: Engine): Job | Promise<Job | null> {
  const { image, kernel, upstream } = operands;
  const { geometry } = workload;
  const kernelSize = [kernel.shape[2], kernel.shape[3]] as const;
  const imageSize = [image.shape[2], image.shape[3]] as const;
  const outFor = ({ data }: Tensor4) => new Float32Array(data.length);
  switch (workload.operation) {
    case 'forward': {
      const out = outFor(upstream);
      return { run: () => dataOf(engine.correlate(image, kernel, geometry, out)) };
    }
    case 'kernel-gradient': {
      const out = outFor(kernel);
      return { run: () => dataOf(engine.kernelGradient(image, upstream, kernelSize, geometry, out)) };
    }
    case 'image-gradient': {
      const out = outFor(image);
      return { run: () => dataOf(engine.imageGradient(upstream, kernel, imageSize, geometry, out)) };
    }
    case 'train':
      return prepareTraining(operands, engine, 'passes');
  }
}

async function dataOf(tensor: Promise<Tensor4>): Promise<Float32Array> {
  return (await tensor).data;
}

async function prepareTraining(
  { image, upstream, kernel }: Operands,
  engine: Engine,
  method: TrainingMethod,
): Promise<Job | null> {
  const problem: TrainingProblem = {
    image,
    target: upstream,
    kernel,
    loss: 'mean',
    optimizer: { kind: 'sgd', rate: RATE },
    method,
  };
  const start = performance.now();
  const trainer = await engine.train(problem);
  const setup = performance.now() - start;
  return {
    setup,
    run: async (steps) => (await trainer.advance(steps)).kernel.data,
    dispose: () => {
      trainer.dispose();
    },
  };
}
