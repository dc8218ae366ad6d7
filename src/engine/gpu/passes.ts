/** Every compute pass, compiled once for a device. */
import adam from '../../../shaders/adam.wgsl';
import correlate from '../../../shaders/correlate.wgsl';
import imageGradient from '../../../shaders/image-gradient.wgsl';
import kernelGradientPartial from '../../../shaders/kernel-gradient-partial.wgsl';
import kernelGradientSum from '../../../shaders/kernel-gradient-sum.wgsl';
import learnAdam from '../../../shaders/learn-adam.wgsl';
import learnSgd from '../../../shaders/learn-sgd.wgsl';
import loss from '../../../shaders/loss.wgsl';
import residual from '../../../shaders/residual.wgsl';
import sgd from '../../../shaders/sgd.wgsl';
import { ComputePass } from './compute-pass.ts';

export type Passes = Awaited<ReturnType<typeof createPasses>>;

/** Compiles all shaders side by side; throws ShaderError. */
export async function createPasses(device: GPUDevice) {
  const passes = {
    adam: ComputePass.create(device, adam),
    correlate: ComputePass.create(device, correlate),
    imageGradient: ComputePass.create(device, imageGradient),
    kernelGradientPartial: ComputePass.create(device, kernelGradientPartial),
    kernelGradientSum: ComputePass.create(device, kernelGradientSum),
    learnAdam: ComputePass.create(device, learnAdam),
    learnSgd: ComputePass.create(device, learnSgd),
    loss: ComputePass.create(device, loss),
    residual: ComputePass.create(device, residual),
    sgd: ComputePass.create(device, sgd),
  };
  await Promise.all(Object.values(passes));
  return {
    adam: await passes.adam,
    correlate: await passes.correlate,
    imageGradient: await passes.imageGradient,
    kernelGradientPartial: await passes.kernelGradientPartial,
    kernelGradientSum: await passes.kernelGradientSum,
    learnAdam: await passes.learnAdam,
    learnSgd: await passes.learnSgd,
    loss: await passes.loss,
    residual: await passes.residual,
    sgd: await passes.sgd,
  };
}
