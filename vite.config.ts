/** One configuration for the dev server, the production build and the tests. */
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { assembly } from './assembly/build/plugin.ts';
import { elementInDevelopment } from './element/development.ts';
import { offline } from './offline/plugin.ts';
import { wgsl } from './shaders/build/plugin.ts';

/**
 * What the built page may load. As `<meta>` it works on hosts that send no headers, but cannot say
 * `frame-ancestors`. There is no `upgrade-insecure-requests`: every address is relative already, and it would
 * break a copy of the page on a plain http host.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  // Lit's styleMap sets the attribute on an element's first render; style sheets stay our own.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  // A figure as it will stand in somebody's page, shown beside its HTML.
  "frame-src 'self'",
  // A frame in a sandbox has no origin to take a worker's script from: there it starts by way of a blob.
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // Lit's templates, and the places that start workers: the engine's, the bench's and the page's, by policies of these names.
  "require-trusted-types-for 'script'",
  'trusted-types lit-html corr2d-worker corr2d-bench corr2d-offline',
].join('; ');

/** Puts the policy first in the built page's head; the dev server injects inline scripts that it would stop. */
function contentSecurityPolicy(): Plugin {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY };
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
    },
  };
}

/** Lit's style sheets are text to the minifier: built, they leave their comments and indentation behind. */
function compactStyles(): Plugin {
  const sheet = /\bcss`(?:[^`\\]|\\.)*`/g;
  return {
    name: 'compact-styles',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/ui\/.*\.ts$/ },
      handler: (code) => ({
        code: code.replace(sheet, (text) => text.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ')),
        map: null,
      }),
    },
  };
}

/** What turns sources into modules, here and in the bench; a worker's modules need plugins of their own. */
export function sourcePlugins(): Plugin[] {
  return [wgsl(), assembly(), compactStyles()];
}

/** What every element is made of, with the compiler's help for decorators; of the directives, those that the first load has. */
const LIT =
  /node_modules\/(lit|lit-element|lit-html|@lit\/(localize|reactive-element)|@?nanostores(\/lit)?)\/|helpers.*decorate/;
const DIRECTIVES = /directives\/(?!style-map|guard|if-defined|live)/;
/** What is computed, checked and drawn with everywhere: in pieces the first load would be 2.5 KiB larger. */
const NUMBERS =
  /src\/(math\/(problem|geometry|window|tensor|definition|operands|multiply-adds|format|ramp|value-scale)|engine\/errors|state\/(action|fits|grid-edit|limits|input))\.ts/;

/**
 * What loads the lazy parts is a part of its own: the bundler would put it into one of them, which all others then load.
 * What all scenes need is one part, too, in place of one for each pair of scenes and parts that have it in common.
 */
export const CHUNKS = {
  codeSplitting: {
    groups: [
      { name: 'preload', test: /preload-helper/ },
      { name: 'lit', test: (id: string) => LIT.test(id) && !DIRECTIVES.test(id) },
      { name: 'numbers', test: NUMBERS },
    ],
  },
};

/** How long plugins take depends on the machine; whatever else a build says is a fault (tests/harness/build-once.ts). */
export const CHECKS = { bundlerTimings: false };

/** `npm test` finds the browser and sets CHROME_BIN; without it Playwright's own Chromium is launched. */
const launchOptions = {
  ...(process.env.CHROME_BIN === undefined ? {} : { executablePath: process.env.CHROME_BIN }),
  args: ['--no-sandbox', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
};

const nodeTests = {
  name: 'node',
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**'],
  // Worker threads see a copy of process.env that Vulkan's loader does not read.
  pool: 'forks' as const,
  // Modules are kept from file to file: a fourth of the time.
  isolate: false,
  // A GPU made of two cores is slow while others compute.
  testTimeout: 30_000,
};

const browserTests = {
  name: 'browser',
  include: ['tests/**/*.browser.test.ts'],
  expect: { poll: { timeout: 10_000 } },
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions }),
    instances: [{ browser: 'chromium' as const, viewport: { width: 1024, height: 768 } }],
  },
};

/** Tests of the production build, which the global setup makes once. */
const endToEndTests = {
  name: 'e2e',
  include: ['tests/e2e/**/*.test.ts'],
  globalSetup: ['tests/harness/build-once.ts'],
  pool: 'forks' as const,
  // Much of a walk is waiting: two at a time, on two cores too, after all tests that need a core for themselves.
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
  // The files of a process share its browsers.
  isolate: false,
  // A second, the default, is too short for a browser on a busy machine.
  expect: { poll: { timeout: 10_000 } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  base: './',
  plugins: [...sourcePlugins(), contentSecurityPolicy(), elementInDevelopment(), offline()],
  // Browsers that do not preload modules fetch them a moment later.
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', 'bench.html'], output: CHUNKS, checks: CHECKS },
  },
  // Known beforehand: a dependency that the dev server meets late reloads the page, and a browser test with it.
  optimizeDeps: {
    include: [
      '@lit/localize',
      '@nanostores/lit',
      'axe-core',
      'comlink',
      'fast-check',
      'lit',
      'lit/decorators.js',
      'lit/directives/class-map.js',
      'lit/directives/guard.js',
      'lit/directives/if-defined.js',
      'lit/directives/keyed.js',
      'lit/directives/live.js',
      'lit/directives/repeat.js',
      'lit/directives/style-map.js',
      'lit/static-html.js',
      'ml-matrix',
      'nanostores',
      'qrcode-generator',
      'uplot',
      'valibot',
    ],
  },
  worker: { format: 'es', plugins: sourcePlugins, rolldownOptions: { checks: CHECKS } },
  test: {
    projects: [
      { extends: true, test: nodeTests },
      { extends: true, test: browserTests },
      { extends: true, test: endToEndTests },
    ],
  },
});
