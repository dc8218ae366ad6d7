/** A learning session of its own for each test, on the CPU unless told otherwise. */
import { onTestFinished } from 'vitest';
import { openEngine, type Engine } from '../../src/engine/index.ts';
import { DEFAULT_DOCUMENT, type LearningStart } from '../../src/state/document.ts';
import { createEngineHost, type EngineHost } from '../../src/state/engine-host.ts';
import { LearningSession, type LearningSetup, type SessionState } from '../../src/state/learning-session.ts';

export const ARTICLE: LearningSetup = { ...DEFAULT_DOCUMENT.learning, image: DEFAULT_DOCUMENT.edges.image };

export const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A start of two weights. */
export function typed(...values: number[]): LearningStart {
  return { kind: 'typed', kernel: { rows: 1, columns: 2, values } };
}

export interface Learning {
  readonly session: LearningSession;
  readonly host: EngineHost;
  /** Every state after the first. */
  readonly seen: readonly SessionState[];
  readonly now: () => SessionState;
  /** Rejects when the session fails instead. */
  readonly until: (status: SessionState['status']) => Promise<SessionState>;
  /** Waits for a step past this one. */
  readonly past: (step: number) => Promise<SessionState>;
}

/** Frames are tasks here; the session is disposed with its test. */
export function begin(
  setup: LearningSetup = ARTICLE,
  open: () => Promise<Engine> = () => openEngine({ prefer: 'cpu' }),
): Learning {
  const host = createEngineHost(open);
  const session = new LearningSession(host, nextTask);
  session.configure(setup);
  onTestFinished(() => {
    session.dispose();
    host.dispose();
  });
  const seen: SessionState[] = [];
  session.$session.listen((state) => seen.push(state));
  const reach = (isReached: (state: SessionState) => boolean): Promise<SessionState> =>
    new Promise((resolve, reject) => {
      const stop = session.$session.subscribe((state) => {
        if (isReached(state)) resolve(state);
        else if (state.status === 'failed') reject(new Error(JSON.stringify(state.problem)));
        else return;
        // `subscribe` calls at once, before it returned.
        queueMicrotask(() => {
          stop();
        });
      });
    });
  return {
    session,
    host,
    seen,
    now: () => session.$session.get(),
    until: (status) => reach((state) => state.status === status),
    past: (step) => reach((state) => state.step > step),
  };
}

/** The end of a run that nothing disturbs. */
export async function runThrough(setup: LearningSetup, open?: () => Promise<Engine>): Promise<SessionState> {
  const { session, until } = begin(setup, open);
  session.run('fast');
  return until('finished');
}
