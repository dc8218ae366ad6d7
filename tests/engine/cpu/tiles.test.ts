import { afterAll, beforeAll, describe, expect } from 'vitest';
import { openEngine, type Engine } from '../../../src/engine/index.ts';
import { describeTiles } from './tiles.ts';

describe('the tiles of the compiled loops, in Node', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine({ prefer: 'cpu' });
    expect(engine.info.adapter).toMatch(/^WebAssembly/);
  });
  afterAll(() => {
    engine.dispose();
  });
  describeTiles(() => engine);
});
