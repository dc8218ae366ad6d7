/** Tests of one kind of engine fail where only the other opens: they are never skipped. */
import type { Engine, EngineKind } from '../../src/engine/index.ts';

export function requireKind(kind: EngineKind, engine: Engine): Engine {
  const { info } = engine;
  if (info.kind === kind) return engine;
  engine.dispose();
  const why = info.fallback === null ? 'no reason given' : `${info.fallback.reason} ${info.fallback.detail}`;
  throw new Error(
    `This test needs the ${kind} engine and got ${info.kind} (${why}). WebGPU needs an adapter: run \`npm test\`, ` +
      'which gives the browser and Node a software one.',
  );
}
