import { expect, test } from 'vitest';
import { openEngine } from '../../src/engine/index.ts';
import { describeEngine } from './suite.ts';

describeEngine('the CPU engine in Node', () => openEngine({ prefer: 'cpu' }));

test('is what was asked for', async () => {
  const engine = await openEngine({ prefer: 'cpu' });
  expect(engine.info).toMatchObject({ kind: 'cpu', fallback: null });
  engine.dispose();
});
