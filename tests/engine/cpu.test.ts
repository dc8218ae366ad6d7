import { expect, test } from 'vitest';
import { makeCpuEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { PlainArithmetic } from '../../src/engine/cpu/plain/plain-arithmetic.ts';
import { openEngine } from '../../src/engine/index.ts';
import { describeEngine } from './suite.ts';

describeEngine('the CPU engine in Node, on WebAssembly SIMD', () => openEngine({ prefer: 'cpu' }));
describeEngine('the CPU engine without SIMD', () => Promise.resolve(makeCpuEngine(new PlainArithmetic())));

test('is what was asked for, on the best arithmetic of Node 20 and later', async () => {
  const engine = await openEngine({ prefer: 'cpu' });
  expect(engine.info).toMatchObject({ kind: 'cpu', fallback: null });
  expect(engine.info.adapter).toMatch(/^WebAssembly (relaxed )?SIMD$/);
  engine.dispose();
});
