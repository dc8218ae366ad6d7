import { expect, test } from 'vitest';
import { openEngine } from '../../src/engine/index.ts';
import { openDawn } from './gpu/dawn.ts';
import { requireKind } from './require-kind.ts';
import { failOnStrayErrors } from './stray-errors.ts';
import { describeEngine } from './suite.ts';

const gpu = failOnStrayErrors(await openDawn());
const open = async () => requireKind('webgpu', await openEngine({ prefer: 'webgpu', gpu }));

describeEngine('the WebGPU engine on Dawn in Node', open);

test('names its adapter', { timeout: 30_000 }, async () => {
  const engine = await open();
  const adapter = expect.stringMatching(/\w/) as string;
  expect(engine.info).toEqual({ kind: 'webgpu', adapter, fallback: null });
  engine.dispose();
});
