/** What suits a device, by its class; the figures of the software class were measured on SwiftShader, two cores. */
import type { Path } from './path.ts';

export interface DeviceClass {
  readonly name: 'software' | 'hardware';
  /** Vectors of four columns that an invocation of a strip pass takes, where its text stays short enough. */
  readonly stripVectors: number;
  /** Invocations that keep the device busy: bands are cut no finer than this needs. */
  readonly invocations: number;
  /** Whether a row of partials is added up by a whole workgroup or by one invocation: barriers are dear on a CPU. */
  readonly sumsByWorkgroup: boolean;
  /** Multiply-adds for each kernel element (of response and gradient) from which a pass of that size is compiled. */
  readonly worthCompiling: number;
  /** Multiply-adds from which the phases of a strided gradient, a submit each, are sooner done than one general pass. */
  readonly worthCutting: number;
  /** How a small problem learns, and up to how many multiply-adds of a step that is sooner done than two dispatches. */
  readonly smallProgram: 'alone' | 'one-workgroup';
  readonly mostSmallMultiplyAdds: number;
  /**
   * Multiply-adds of one submit, by path. Browsers end a device whose work takes about ten seconds; SwiftShader on two
   * cores, the slowest seen, did 2^26 to 2^27 of them a second for any geometry, and 2^30 to 2^32 in registers.
   */
  readonly multiplyAddsPerSubmit: Readonly<Record<Path, number>>;
}

export const SOFTWARE: DeviceClass = {
  name: 'software',
  stripVectors: 2,
  invocations: 1024,
  sumsByWorkgroup: false,
  worthCompiling: 2 ** 12,
  worthCutting: 2 ** 20,
  smallProgram: 'alone',
  mostSmallMultiplyAdds: 2 ** 15,
  multiplyAddsPerSubmit: { strips: 2 ** 30, tiles: 2 ** 30, general: 2 ** 27 },
};

export const HARDWARE: DeviceClass = {
  name: 'hardware',
  stripVectors: 1,
  invocations: 2 ** 16,
  sumsByWorkgroup: true,
  worthCompiling: 2 ** 12,
  worthCutting: 2 ** 24,
  smallProgram: 'one-workgroup',
  mostSmallMultiplyAdds: 2 ** 14,
  multiplyAddsPerSubmit: { strips: 2 ** 34, tiles: 2 ** 34, general: 2 ** 32 },
};
