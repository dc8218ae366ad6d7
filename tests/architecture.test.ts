/** The project keeps its architecture; `architecture/rules.test.ts` proves that each of these rules can fail. */
import { expect, test } from 'vitest';
import { findCycles } from './architecture/cycles.ts';
import { findLongFiles } from './architecture/file-length.ts';
import { importGraph } from './architecture/imports.ts';
import { findLayerFaults } from './architecture/layers.ts';
import { readSources } from './architecture/sources.ts';
import { findLeavesWithStore } from './architecture/store-reach.ts';
import { findFaultsInWorker } from './architecture/worker-globals.ts';

const sources = readSources('src', ['.ts']);
const graph = importGraph(sources);

test('the sources are read', () => {
  expect(sources.size).toBeGreaterThan(50);
});

test('every import follows the arrows', () => {
  expect(findLayerFaults(graph)).toEqual([]);
});

test('no modules load each other in a circle', () => {
  expect(findCycles(graph)).toEqual([]);
});

test('only the app element and the scenes know the store', () => {
  expect(findLeavesWithStore(graph)).toEqual([]);
});

test('math and engine know nothing that a worker lacks', () => {
  const isWorkerCode = (path: string) => /^src\/(math|engine)\//.test(path);
  expect(findFaultsInWorker(new Map([...sources].filter(([path]) => isWorkerCode(path))))).toEqual([]);
}, 30_000);

test.each([
  ['src', ['.ts', '.css']],
  ['shaders', ['.ts', '.wgsl', '.mjs']],
  ['tests', ['.ts', '.mjs']],
  ['bench/harness', ['.ts', '.wgsl']],
  ['bench/onnx', ['.ts', '.wgsl']],
  ['bench/page', ['.ts', '.wgsl']],
  ['bench/peers', ['.ts', '.wgsl']],
  ['bench/report', ['.ts', '.wgsl']],
])('no hand-written file of %s is too long', (folder, endings) => {
  const generated = /\.d\.wgsl\.ts$|\/locales\/zh-CN-(first|rest)\.ts$/;
  const written = [...readSources(folder, endings)].filter(([path]) => !generated.test(path));
  expect(findLongFiles(new Map(written))).toEqual([]);
});
