/** `npm run build:element`: the custom element as an ES module with its lazy parts beside it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { CHECKS, CHUNKS, sourcePlugins } from '../vite.config.ts';
import { pixels } from './pixels.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What editors and TypeScript read about the element goes beside it. */
function descriptions(): Plugin {
  const files = ['custom-elements.json', 'element/corr2d-figure.d.ts'];
  return {
    name: 'descriptions',
    generateBundle() {
      for (const file of files) {
        const source = readFileSync(ROOT + file, 'utf8');
        this.emitFile({ type: 'asset', fileName: file.replace(/^.*\//, ''), source });
      }
    },
  };
}

export default defineConfig({
  root: ROOT,
  base: './',
  publicDir: false,
  plugins: [pixels(), ...sourcePlugins(), descriptions()],
  worker: { format: 'es', plugins: sourcePlugins, rolldownOptions: { checks: CHECKS } },
  build: {
    target: 'es2022',
    outDir: 'dist/element',
    assetsDir: 'parts',
    rolldownOptions: {
      input: 'src/element-main.ts',
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: 'corr2d-figure.js', ...CHUNKS },
      checks: CHECKS,
    },
  },
});
