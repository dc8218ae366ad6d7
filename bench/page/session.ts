/**
 * A page that learns at 1024×1024 and 5×5: once through the learning session of scene 3, which reports to an animation frame, and
 * once by the engine's trainer alone, on the same engine in the same page, in turns. It needs none of the libraries.
 */
import { makeOperands } from '../../src/bench/operands.ts';
import { RATE } from '../../src/bench/training-expectation.ts';
import { WORKLOADS } from '../../src/bench/workload.ts';
import {
  openEngineInWorker,
  type EngineKind,
  type Tensor4,
  type TrainingProblem,
} from '../../src/engine/index.ts';
import { DEFAULT_DOCUMENT, type NumberGrid } from '../../src/state/document.ts';
import { createEngineHost, type EngineHost } from '../../src/state/engine-host.ts';
import { LearningSession, type LearningSetup } from '../../src/state/learning-session.ts';

/** Milliseconds for a step, and what computes it. */
export interface SessionFigures {
  readonly adapter: string;
  readonly session: readonly number[];
  readonly alone: readonly number[];
}

declare global {
  var measureSession: (kind: EngineKind) => Promise<SessionFigures>;
}

const ROUNDS = 3;
/** Milliseconds of a run that are not counted, and that are. */
const WARM_UP = 1500;
const WINDOW = 3000;
/** More than any engine takes in that time. */
const STEPS = 100_000;

globalThis.measureSession = async (kind) => {
  const host = createEngineHost(() => openEngineInWorker({ prefer: kind, insist: kind === 'webgpu' }));
  try {
    const { setup, training } = await problem(host);
    const learning = new LearningSession(host);
    learning.configure(setup);
    const session: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      session.push(await timeSession(learning));
      alone.push(await timeAlone(host, training));
    }
    learning.dispose();
    const adapter = await host.use(({ info }) => Promise.resolve(`${info.kind}: ${info.adapter}`));
    return { adapter, session, alone };
  } finally {
    host.dispose();
  }
};

/** From zeros to the response of a random kernel to a random image. */
async function problem(host: EngineHost): Promise<{ setup: LearningSetup; training: TrainingProblem }> {
  const workload = WORKLOADS.find(({ id }) => id === 'train 1024 5x5');
  if (!workload) throw new Error('the workload has another name');
  const { image, kernel: teacher } = makeOperands(workload);
  const target = await host.use((engine) => engine.correlate(image, teacher));
  const kernel: Tensor4 = { shape: teacher.shape, data: new Float32Array(teacher.data.length) };
  const setup: LearningSetup = {
    ...DEFAULT_DOCUMENT.learning,
    image: gridOf(image),
    teacher: gridOf(teacher),
    start: { kind: 'zeros' },
    loss: 'mean',
    rate: RATE,
    steps: STEPS,
  };
  return { setup, training: { image, target, kernel, loss: 'mean', optimizer: { kind: 'sgd', rate: RATE } } };
}

function gridOf({ shape: [, , rows, columns], data }: Tensor4): NumberGrid {
  return { rows, columns, values: [...data] };
}

/** From report to report, as the page's reader gets them. */
async function timeSession(learning: LearningSession): Promise<number> {
  learning.reset();
  learning.run('fast');
  await wait(WARM_UP);
  const reports: { readonly step: number; readonly time: number }[] = [];
  const stop = learning.$session.listen(({ step }) => reports.push({ step, time: performance.now() }));
  await wait(WINDOW);
  stop();
  learning.pause();
  await wait(WARM_UP);
  const [first, last] = [reports[0], reports.at(-1)];
  const { problem, status } = learning.$session.get();
  if (!first || !last || last.step === first.step) throw new Error(`${status}: ${JSON.stringify(problem)}`);
  return (last.time - first.time) / (last.step - first.step);
}

/** As many steps as the time takes, in one call. */
function timeAlone(host: EngineHost, training: TrainingProblem): Promise<number> {
  return host.use(async (engine) => {
    const trainer = await engine.train(training);
    try {
      await timed(() => trainer.advance(8));
      const steps = Math.max(8, Math.ceil(WINDOW / ((await timed(() => trainer.advance(8))) / 8)));
      return (await timed(() => trainer.advance(steps))) / steps;
    } finally {
      trainer.dispose();
    }
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
