/** The loops that anybody would write first: the measure of what all the rest is worth. */
import { imageShape, kernelShape, responseShape, type Plan } from '../math/geometry.ts';
import { elementCount } from '../math/tensor.ts';
import type { Contender, Job } from './contender.ts';
import type { Operands } from './operands.ts';
import { RATE } from './training-expectation.ts';
import { planOf, type Workload } from './workload.ts';

export const naiveTypeScript: Contender = {
  name: 'naive-ts',
  group: 'naive',
  device: 'cpu',
  open: () => Promise.resolve({ description: 'plain loops over typed arrays, one thread', prepare }),
};

function prepare(workload: Workload, { image, kernel, upstream }: Operands): Job {
  const plan = planOf(workload);
  switch (workload.operation) {
    case 'forward':
      return { run: () => correlate(plan, image.data, kernel.data) };
    case 'kernel-gradient':
      return { run: () => kernelGradient(plan, image.data, upstream.data) };
    case 'image-gradient':
      return { run: () => imageGradient(plan, upstream.data, kernel.data) };
    case 'train':
      return makeTraining(plan, image.data, upstream.data, kernel.data);
  }
}

function makeTraining(plan: Plan, image: Float32Array, target: Float32Array, start: Float32Array): Job {
  const weights = start.slice();
  return {
    run(steps) {
      for (let step = 0; step < steps; step++) {
        const residual = correlate(plan, image, weights);
        for (let i = 0; i < residual.length; i++) residual[i] = (residual[i] ?? 0) - (target[i] ?? 0);
        const gradient = kernelGradient(plan, image, residual);
        const scale = (2 * RATE) / residual.length;
        for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) - scale * (gradient[i] ?? 0);
      }
      return weights.slice();
    },
  };
}

/** Batch 1, one group, no padding, no dilation, as in all of the bench. */
function correlate(plan: Plan, image: Float32Array, kernel: Float32Array): Float32Array {
  const { inChannels, outChannels, output, kernel: taps, image: size, geometry } = plan;
  const response = new Float32Array(elementCount(responseShape(plan)));
  for (let o = 0, at = 0; o < outChannels; o++) {
    for (let y = 0; y < output[0]; y++) {
      for (let x = 0; x < output[1]; x++, at++) {
        let sum = 0;
        for (let c = 0; c < inChannels; c++) {
          for (let i = 0; i < taps[0]; i++) {
            const from = (c * size[0] + y * geometry.stride[0] + i) * size[1] + x * geometry.stride[1];
            const tap = ((o * inChannels + c) * taps[0] + i) * taps[1];
            for (let j = 0; j < taps[1]; j++) sum += (image[from + j] ?? 0) * (kernel[tap + j] ?? 0);
          }
        }
        response[at] = sum;
      }
    }
  }
  return response;
}

function kernelGradient(plan: Plan, image: Float32Array, upstream: Float32Array): Float32Array {
  const { inChannels, outChannels, output, kernel: taps, image: size, geometry } = plan;
  const gradient = new Float32Array(elementCount(kernelShape(plan)));
  for (let o = 0, tap = 0; o < outChannels; o++) {
    for (let c = 0; c < inChannels; c++) {
      for (let i = 0; i < taps[0]; i++) {
        for (let j = 0; j < taps[1]; j++, tap++) {
          let sum = 0;
          for (let y = 0; y < output[0]; y++) {
            const from = (c * size[0] + y * geometry.stride[0] + i) * size[1] + j;
            const up = (o * output[0] + y) * output[1];
            for (let x = 0; x < output[1]; x++)
              sum += (image[from + x * geometry.stride[1]] ?? 0) * (upstream[up + x] ?? 0);
          }
          gradient[tap] = sum;
        }
      }
    }
  }
  return gradient;
}

function imageGradient(plan: Plan, upstream: Float32Array, kernel: Float32Array): Float32Array {
  const { inChannels, outChannels, output, kernel: taps, image: size, geometry } = plan;
  const gradient = new Float32Array(elementCount(imageShape(plan)));
  for (let o = 0, up = 0; o < outChannels; o++) {
    for (let y = 0; y < output[0]; y++) {
      for (let x = 0; x < output[1]; x++, up++) {
        const value = upstream[up] ?? 0;
        for (let c = 0; c < inChannels; c++) {
          for (let i = 0; i < taps[0]; i++) {
            const to = (c * size[0] + y * geometry.stride[0] + i) * size[1] + x * geometry.stride[1];
            const tap = ((o * inChannels + c) * taps[0] + i) * taps[1];
            for (let j = 0; j < taps[1]; j++)
              gradient[to + j] = (gradient[to + j] ?? 0) + value * (kernel[tap + j] ?? 0);
          }
        }
      }
    }
  }
  return gradient;
}
