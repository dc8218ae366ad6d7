/** What the site's bench page runs: our engines and the plain loops, up to a size. */
import { naiveTypeScript } from './naive-typescript.ts';
import { corr2dCpu, corr2dGram, corr2dWebgpu } from './own-engine.ts';
import type { RunSettings } from './result.ts';
import type { RunRequest } from './run.ts';
import { WORKLOADS, type Workload } from './workload.ts';

/** The longest side of an image that is measured. */
export const LARGEST_SIDES = [8, 256, 1024, 4096] as const;
export type LargestSide = (typeof LARGEST_SIDES)[number];

const SETTINGS: RunSettings = { rounds: 5, sampleTime: 20, singleFrom: 2000, skipFrom: 12_000 };
/** The smallest run only shows that everything works. */
const SHORT: RunSettings = { ...SETTINGS, rounds: 2, sampleTime: 5 };

/** All but what hears of the run. */
export function makePageRequest(largest: LargestSide): Omit<RunRequest, 'tell' | 'signal'> {
  const { gpu } = navigator as { gpu?: GPU };
  return {
    contenders: [corr2dCpu, corr2dGram, ...(gpu ? [corr2dWebgpu] : []), naiveTypeScript],
    workloads: WORKLOADS.filter((workload) => longestSide(workload) <= largest),
    settings: largest === LARGEST_SIDES[0] ? SHORT : SETTINGS,
    gpu,
  };
}

function longestSide({ image }: Workload): number {
  return Math.max(image[2], image[3]);
}
