import { afterAll, beforeAll, describe, expect } from 'vitest';
import { openEngine, type Engine } from '../../../src/engine/index.ts';
import { describeTiles } from './tiles.ts';

describe('the tiles of the compiled loops, with relaxed SIMD', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine({ prefer: 'cpu' });
    expect(engine.info.adapter).toBe('WebAssembly relaxed SIMD');
  });
  afterAll(() => {
    engine.dispose();
  });
  describeTiles(() => engine);
});
