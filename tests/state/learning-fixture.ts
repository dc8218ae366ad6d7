/** A learning session of its own for each test, on the CPU unless told otherwise. */
import { expect, onTestFinished } from 'vitest';
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
  readonly until: (status: SessionState['status']) => Promise<SessionState>;
  /** Waits for a step past this one. */
  readonly past: (step: number) => Promise<void>;
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
  const now = () => session.$session.get();
  return {
    session,
    host,
    seen,
    now,
    until: async (status) => {
      await expect.poll(() => now().status, { interval: 1, timeout: 20_000 }).toBe(status);
      return now();
    },
    past: async (step) => {
      await expect.poll(() => now().step, { interval: 1, timeout: 20_000 }).toBeGreaterThan(step);
    },
  };
}

/** The end of a run that nothing disturbs. */
export async function runThrough(setup: LearningSetup, open?: () => Promise<Engine>): Promise<SessionState> {
  const { session, until } = begin(setup, open);
  session.run('fast');
  return until('finished');
}
