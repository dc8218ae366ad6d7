/** The bench's operations as ONNX graphs. ONNX Runtime Web has no training: gradients are written as convolutions. */
import { RATE } from '../../src/bench/training-expectation.ts';
import { planOf, type Workload } from '../../src/bench/workload.ts';
import { imageShape, kernelShape, responseShape, type Plan } from '../../src/math/geometry.ts';
import type { Constant, Graph, Node, Value } from './model.ts';

/** Inputs are named image, kernel and upstream; the one output is result. */
export function makeGraph(workload: Workload): Graph {
  const plan = planOf(workload);
  switch (workload.operation) {
    case 'forward':
      return makeForward(plan);
    case 'kernel-gradient':
      return makeKernelGradient(plan);
    case 'image-gradient':
      return makeImageGradient(plan);
    case 'train':
      return makeStep(plan);
  }
}

const IMAGE = (plan: Plan): Value => ({ name: 'image', shape: imageShape(plan) });
const KERNEL = (plan: Plan): Value => ({ name: 'kernel', shape: kernelShape(plan) });
const UPSTREAM = (plan: Plan): Value => ({ name: 'upstream', shape: responseShape(plan) });

function makeForward(plan: Plan): Graph {
  return {
    nodes: [convolution(['image', 'kernel'], 'result', plan.kernel, { strides: plan.geometry.stride })],
    inputs: [IMAGE(plan), KERNEL(plan)],
    outputs: [{ name: 'result', shape: responseShape(plan) }],
  };
}

function convolution(
  inputs: readonly string[],
  output: string,
  size: readonly number[],
  attributes: Node['attributes'] = {},
): Node {
  return { type: 'Conv', inputs, outputs: [output], attributes: { kernel_shape: size, ...attributes } };
}

/**
 * Channels become the batch, and the upstream the filter, dilated by the stride. Rows and columns of the image that
 * no window reached give more taps than there are; they are cut off.
 */
function makeKernelGradient(plan: Plan): Graph {
  const swap = { perm: [1, 0, 2, 3] };
  const [height, width] = plan.kernel;
  const nodes: Node[] = [
    { type: 'Transpose', inputs: ['image'], outputs: ['planes'], attributes: swap },
    { type: 'Transpose', inputs: ['upstream'], outputs: ['filters'], attributes: swap },
    convolution(['planes', 'filters'], 'all', plan.output, { dilations: plan.geometry.stride }),
    { type: 'Slice', inputs: ['all', 'starts', 'ends', 'axes'], outputs: ['taps'] },
    { type: 'Transpose', inputs: ['taps'], outputs: ['result'], attributes: swap },
  ];
  const constants: Constant[] = [
    { name: 'starts', shape: [2], type: 'int64', values: [0, 0] },
    { name: 'ends', shape: [2], type: 'int64', values: [height, width] },
    { name: 'axes', shape: [2], type: 'int64', values: [2, 3] },
  ];
  const plain = convolution(['image', 'upstream'], 'result', plan.output);
  const isPlain = plan.inChannels === 1 && plan.outChannels === 1 && plan.geometry.stride[0] === 1;
  return {
    nodes: isPlain ? [plain] : nodes,
    constants: isPlain ? [] : constants,
    inputs: [IMAGE(plan), UPSTREAM(plan)],
    outputs: [{ name: 'result', shape: kernelShape(plan) }],
  };
}

function makeImageGradient(plan: Plan): Graph {
  const { stride } = plan.geometry;
  const left = [0, 1].map((axis) => {
    const covered = ((plan.output[axis] ?? 0) - 1) * (stride[axis] ?? 1) + (plan.kernel[axis] ?? 0);
    return (plan.image[axis] ?? 0) - covered;
  });
  const attributes = { kernel_shape: plan.kernel, strides: stride, output_padding: left };
  return {
    nodes: [{ type: 'ConvTranspose', inputs: ['upstream', 'kernel'], outputs: ['result'], attributes }],
    inputs: [UPSTREAM(plan), KERNEL(plan)],
    outputs: [{ name: 'result', shape: imageShape(plan) }],
  };
}

/** One step of gradient descent on the mean of squared errors; the upstream is the target. */
function makeStep(plan: Plan): Graph {
  const scale = (2 * RATE) / (plan.output[0] * plan.output[1]);
  return {
    nodes: [
      convolution(['image', 'kernel'], 'response', plan.kernel),
      { type: 'Sub', inputs: ['response', 'upstream'], outputs: ['residual'] },
      convolution(['image', 'residual'], 'gradient', plan.output),
      { type: 'Mul', inputs: ['gradient', 'scale'], outputs: ['change'] },
      { type: 'Sub', inputs: ['kernel', 'change'], outputs: ['result'] },
    ],
    constants: [{ name: 'scale', shape: [1], type: 'float', values: [scale] }],
    inputs: [IMAGE(plan), KERNEL(plan), UPSTREAM(plan)],
    outputs: [{ name: 'result', shape: kernelShape(plan) }],
  };
}
