/** Each rule of the architecture finds its fault in a small example, and accepts the same example without it. */
import { describe, expect, test } from 'vitest';
import { findCycles } from './cycles.ts';
import { findLongFiles, MAX_LINES } from './file-length.ts';
import { importGraph, importsOf } from './imports.ts';
import { findLayerFaults } from './layers.ts';
import { findLeavesWithStore } from './store-reach.ts';
import { findFaultsInWorker } from './worker-globals.ts';

const graphOf = (files: Record<string, string>) => importGraph(new Map(Object.entries(files)));

describe('imports', () => {
  test.each([
    ["import { a } from './a.ts';", 'src/x/a.ts', false],
    ["import type { A } from './a.ts';", 'src/x/a.ts', true],
    ["import { type A } from './a.ts';", 'src/x/a.ts', false],
    ["import '../y/a.ts';", 'src/y/a.ts', false],
    ["export { a } from './a.ts';", 'src/x/a.ts', false],
    ["export type { A } from './a.ts';", 'src/x/a.ts', true],
    ["const a = await import('./a.ts');", 'src/x/a.ts', false],
    ["type A = import('./a.ts').A;", 'src/x/a.ts', true],
    ["new Worker(new URL('./a.ts', import.meta.url));", 'src/x/a.ts', false],
    ["import url from './a.ts?worker&url';", 'src/x/a.ts', false],
    ["import { html } from 'lit/static-html.js';", 'lit', false],
    ["import { msg } from '@lit/localize';", '@lit/localize', false],
  ])('%s imports %s, as a type: %j', (text, target, isTypeOnly) => {
    expect(importsOf('src/x/file.ts', text)).toMatchObject([{ target, isTypeOnly }]);
  });

  test.each([
    ["new Worker(new URL('./a.ts', import.meta.url));", true],
    ["import url from './a.ts?worker&url';", true],
    ["import text from './a.ts?raw';", false],
  ])('%s names a worker: %j', (text, isWorker) => {
    expect(importsOf('src/x/file.ts', text)).toMatchObject([{ isWorker }]);
  });

  test('text in comments and strings is no import', () => {
    expect(importsOf('src/x/file.ts', `// import './a.ts';\nconst text = "import './b.ts'";`)).toEqual([]);
  });
});

describe('layers', () => {
  test.each([
    ['src/main.ts', "import './ui/app.ts';"],
    ['src/ui/app.ts', "import { a } from '../state/store.ts'; import { html } from 'lit';"],
    ['src/ui/app.ts', "import type { Engine } from '../engine/contract.ts';"],
    ['src/state/store.ts', "import { openEngine } from '../engine/index.ts';"],
    ['src/engine/index.ts', "import { open } from './gpu/open.ts';"],
    ['src/engine/worker.ts', "import { openEngine } from './index.ts';"],
    ['src/engine/gpu/open.ts', "import shader from '../../../shaders/loss.wgsl';"],
    ['src/engine/gpu/open.ts', "import { DeviceLostError } from '../errors.ts';"],
    ['src/math/quadratic.ts', "import { Matrix } from 'ml-matrix'; import { a } from './tensor.ts';"],
  ])('%s may say %s', (path, text) => {
    expect(findLayerFaults(graphOf({ [path]: text }))).toEqual([]);
  });

  test.each([
    ['src/math/tensor.ts', "import type { Engine } from '../engine/contract.ts';"],
    ['src/math/tensor.ts', "import { html } from 'lit';"],
    ['src/engine/errors.ts', "import { a } from '../state/store.ts';"],
    ['src/engine/cpu/engine.ts', "import { a } from '../gpu/open.ts';"],
    ['src/engine/gpu/open.ts', "import { a } from '../cpu/engine.ts';"],
    ['src/engine/gpu/open.ts', "import { openEngine } from '../index.ts';"],
    ['src/engine/cpu/engine.ts', "import shader from '../../../shaders/loss.wgsl';"],
    ['src/engine/errors.ts', "import { Pane } from 'uplot';"],
    ['src/state/store.ts', "import { a } from '../ui/app.ts';"],
    ['src/state/store.ts', "import { a } from '../engine/contract.ts';"],
    ['src/state/store.ts', "import { a } from '../engine/errors.ts';"],
    ['src/state/store.ts', "import { a } from '../engine/cpu/engine.ts';"],
    ['src/state/store.ts', "import { html } from 'lit';"],
    ['src/ui/app.ts', "import type { A } from '../engine/gpu/open.ts';"],
    ['src/ui/app.ts', "import shader from '../../shaders/loss.wgsl';"],
    ['src/ui/app.ts', "import '../main.ts';"],
    ['src/ui/app.ts', "import '../../tests/fixtures/a.json';"],
    ['src/bench/run.ts', "import { a } from '../engine/open.ts';"],
    ['src/bench/run.ts', "import { a } from '../engine/gpu/open.ts';"],
    ['src/bench/run.ts', "import { a } from '../ui/app.ts';"],
    ['src/bench/run.ts', "import '@tensorflow/tfjs';"],
    ['src/shared/a.ts', ''],
  ])('%s may not say %s', (path, text) => {
    expect(findLayerFaults(graphOf({ [path]: text }))).toHaveLength(1);
  });
});

describe('cycles', () => {
  test('two modules that load each other are a circle', () => {
    const files = {
      'src/a.ts': "import './b.ts';",
      'src/b.ts': "import './c.ts';",
      'src/c.ts': "import './a.ts';",
    };
    expect(findCycles(graphOf(files))).toEqual(['src/a.ts -> src/b.ts -> src/c.ts -> src/a.ts']);
  });

  test('a worker that loads the module which starts it is none', () => {
    const files = { 'src/a.ts': "import url from './b.ts?worker&url';", 'src/b.ts': "import './a.ts';" };
    expect(findCycles(graphOf(files))).toEqual([]);
  });

  test('a type that comes back, and two ways to one module, are none', () => {
    const files = {
      'src/a.ts': "import './b.ts'; import './c.ts';",
      'src/b.ts': "import './c.ts'; import type { A } from './a.ts';",
      'src/c.ts': '',
    };
    expect(findCycles(graphOf(files))).toEqual([]);
  });
});

describe('the store', () => {
  const state = { 'src/state/store.ts': '', 'src/state/session.ts': "import { atom } from 'nanostores';" };

  test.each([
    "import { store } from '../../state/store.ts';",
    "import type { Store } from '../../state/store.ts';",
    "import { session } from '../../state/session.ts';",
    "import '../shell/session.ts';",
  ])('a leaf may not say %s', (text) => {
    const session = { 'src/ui/shell/session.ts': "import type { Store } from '../../state/store.ts';" };
    const files = { ...state, ...session, 'src/ui/grid/number-grid.ts': text };
    expect(findLeavesWithStore(graphOf(files))).toHaveLength(1);
  });

  test('the app element, the scenes, and a leaf with plain data are fine', () => {
    const files = {
      ...state,
      'src/ui/app.ts': "import { store } from '../state/store.ts';",
      'src/ui/scenes/edges-scene.ts': "import { session } from '../../state/session.ts';",
      'src/ui/grid/number-grid.ts': "import type { Report } from '../../state/session.ts';",
    };
    expect(findLeavesWithStore(graphOf(files))).toEqual([]);
  });
});

describe('worker globals', () => {
  const faultsIn = (text: string) => findFaultsInWorker(new Map([['src/math/example.ts', text]]));

  test.each(['document.title', 'window.innerWidth', 'new HTMLElement()', 'localStorage.length'])(
    'a worker has no %s',
    (expression) => {
      expect(faultsIn(`export const value = ${expression};`)).toHaveLength(1);
    },
    30_000,
  );

  test('a worker has a navigator with a GPU', () => {
    expect(faultsIn('export const gpu: GPU = navigator.gpu;')).toEqual([]);
  }, 30_000);
});

test('a file one line too long is found', () => {
  const longest = 'line\n'.repeat(MAX_LINES);
  expect(findLongFiles(new Map([['src/a.ts', longest]]))).toEqual([]);
  expect(findLongFiles(new Map([['src/a.ts', `${longest}line\n`]]))).toEqual(['src/a.ts: 301 lines']);
});
