/** The whole contract of an engine, with expectations from outside: every engine must pass it, wherever it runs. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { describeDisposal } from './suite/disposal.ts';
import { describeExactness } from './suite/exactness.ts';
import { describeGram } from './suite/gram.ts';
import { describeIdentities } from './suite/identities.ts';
import { describeLarge } from './suite/large.ts';
import { describeLimits } from './suite/limits.ts';
import { describeLiterals } from './suite/literals.ts';
import { describeOperandErrors } from './suite/operand-errors.ts';
import { describeOperandSnapshots } from './suite/operand-snapshots.ts';
import { describeOut } from './suite/out.ts';
import { describeRandomGeometries } from './suite/random-geometries.ts';
import { describeShapes } from './suite/shapes.ts';
import { describeTrainerRules } from './suite/trainer-rules.ts';
import { describeTraining } from './suite/training.ts';

/** Opening an engine compiles every shader: a second on a software GPU, more on a busy machine. */
const OPEN_TIMEOUT_MS = 30_000;

/** Declares the suite for the engine that `open` gives; it is opened once, and again to test its end. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describe(name, () => {
    let opened: Engine;
    const engine = () => opened;

    beforeAll(async () => {
      opened = await open();
    }, OPEN_TIMEOUT_MS);
    afterAll(() => {
      opened.dispose();
    });

    describeLiterals(engine);
    describeExactness(engine);
    describeShapes(engine);
    describeIdentities(engine);
    describeRandomGeometries(engine);
    describeOperandErrors(engine);
    describeOperandSnapshots(engine);
    describeOut(engine);
    describeLimits(engine);
    describeTraining(engine);
    describeGram(engine);
    describeLarge(engine);
    describeTrainerRules(engine);
    describeDisposal(open, engine);
  });
}
