/** What the passes of our WebGPU engine take when their operands are on the device already. */
import type { Job } from './contender.ts';
import { openBenchDevice } from './limits/gpu-device.ts';
import type { Operands } from './operands.ts';
import type { Workload } from './workload.ts';

type ResidentPart = Pick<Job, 'resident' | 'residentResult' | 'dispose'>;

export interface Residence {
  /** Nothing for training, whose problem is resident anyway. */
  prepare(workload: Workload, operands: Operands): Promise<ResidentPart>;
  dispose(): void;
}

/** A device beside the engine's own; rejects without an adapter. */
export async function openResidence(gpu: GPU): Promise<Residence> {
  const opened = await openBenchDevice(gpu);
  if (opened === null) throw new Error('no adapter');
  const { device, adapter } = opened;
  // Loaded only where there is WebGPU: it brings the shaders.
  const engine = await import('../engine/gpu/resident.ts');
  const passes = engine.makeResidentPasses(device, adapter);
  return {
    async prepare({ operation, geometry }, { image, kernel, upstream }) {
      const kernelSize = [kernel.shape[2], kernel.shape[3]] as const;
      const imageSize = [image.shape[2], image.shape[3]] as const;
      const created =
        operation === 'forward'
          ? engine.createResidentCorrelation(passes, image, kernel, geometry)
          : operation === 'kernel-gradient'
            ? engine.createResidentKernelGradient(passes, image, upstream, kernelSize, geometry)
            : operation === 'image-gradient'
              ? engine.createResidentImageGradient(passes, upstream, kernel, imageSize, geometry)
              : null;
      const resident = await created;
      if (resident === null) return {};
      return {
        resident: () => resident.run(1),
        residentResult: async () => {
          await resident.run(1);
          return resident.read();
        },
        dispose: () => {
          resident.dispose();
        },
      };
    },
    dispose: () => {
      device.destroy();
    },
  };
}
