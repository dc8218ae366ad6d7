import { expect, test } from 'vitest';
import { openEngine } from '../../src/engine/index.ts';
import { requireKind } from './require-kind.ts';
import { failOnStrayErrors } from './stray-errors.ts';
import { describeEngine } from './suite.ts';

if (!('gpu' in navigator)) throw new Error('This browser has no WebGPU: run `npm test`, which finds one.');
const gpu = failOnStrayErrors(navigator.gpu);
const openWebGpu = async () => requireKind('webgpu', await openEngine({ prefer: 'webgpu', gpu }));

describeEngine('the WebGPU engine in Chromium', openWebGpu);
describeEngine('the CPU engine in Chromium', () => openEngine({ prefer: 'cpu' }));

test('a software adapter counts as no GPU unless the caller insists', async () => {
  const engine = await openEngine({ prefer: 'webgpu' });
  expect(engine.info).toMatchObject({ kind: 'cpu', fallback: { reason: 'software-adapter' } });
  expect(engine.info.fallback?.detail).toMatch(/swiftshader/i);
  engine.dispose();
});
