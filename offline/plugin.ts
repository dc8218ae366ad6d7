/** Vite plugin: writes `service-worker.js` beside the finished build, with the list of the build's files in it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { listPrecache, versionOf } from './precache.ts';

const SOURCE = fileURLToPath(new URL('worker/service-worker.ts', import.meta.url));

export function offline(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    // After all is written, files of `public/` included.
    closeBundle() {
      writeServiceWorker(folder);
    },
  };
}

/** Writes the script for the build in `folder`, as it is there now. */
export function writeServiceWorker(folder: string): void {
  const files = listPrecache(folder);
  const build = JSON.stringify({ version: versionOf(files), files });
  writeFileSync(join(folder, 'service-worker.js'), `const BUILD = ${build};\n${workerScript()}`);
}

function workerScript(): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, removeComments: true };
  return ts.transpileModule(readFileSync(SOURCE, 'utf8'), { compilerOptions }).outputText;
}
