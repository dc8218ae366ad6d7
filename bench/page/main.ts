/** The bench's page: the command line calls `startBench` and hears of every step through `benchTold`. */
import type { Contender } from '../../src/bench/contender.ts';
import { naiveTypeScript } from '../../src/bench/naive-typescript.ts';
import { corr2dCpu, corr2dGram, corr2dWebgpu } from '../../src/bench/own-engine.ts';
import type { BenchResult } from '../../src/bench/result.ts';
import { runBench, type Progress } from '../../src/bench/run.ts';
import { WORKLOADS } from '../../src/bench/workload.ts';
import { jaxWasm, jaxWebgpu } from '../peers/jax.ts';
import { naiveWgsl } from '../peers/naive-wgsl.ts';
import { onnxWasm, onnxWebgpu } from '../peers/onnx.ts';
import { openCv, openCvMatch } from '../peers/opencv.ts';
import { tensorFlowContenders } from '../peers/tensorflow.ts';
import type { StartRequest } from './start-request.ts';

const CONTENDERS: readonly Contender[] = [
  corr2dCpu,
  corr2dGram,
  corr2dWebgpu,
  ...tensorFlowContenders,
  onnxWasm,
  onnxWebgpu,
  openCv,
  openCvMatch,
  jaxWasm,
  jaxWebgpu,
  naiveTypeScript,
  naiveWgsl,
];

declare global {
  var contenderNames: readonly string[];
  var startBench: (request: StartRequest) => Promise<BenchResult>;
  var benchTold: (progress: Progress) => Promise<void>;
}

globalThis.contenderNames = CONTENDERS.map(({ name }) => name);

globalThis.startBench = ({ contenders, workloads, settings }) =>
  runBench({
    contenders: CONTENDERS.filter(({ name }) => contenders.includes(name)),
    workloads: WORKLOADS.filter(({ id }) => workloads.includes(id)),
    settings,
    gpu: navigator.gpu,
    tell: (progress) => globalThis.benchTold(progress),
  });
