/** Vite plugin: `import base64 from '…/assembly/simd.wasm'` gives the compiled AssemblyScript sources. */
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { ASSEMBLY_FOLDER, compileAssembly, listSources, VARIANTS } from './compile.ts';

export function assembly(): Plugin {
  return {
    name: 'assembly',
    enforce: 'pre',
    resolveId(id, importer) {
      if (importer === undefined || variantOf(id) === undefined) return null;
      const path = resolve(dirname(importer), id);
      return dirname(path) === resolve(ASSEMBLY_FOLDER) ? path : null;
    },
    async load(id) {
      const variant = variantOf(id);
      if (variant === undefined || dirname(id) !== resolve(ASSEMBLY_FOLDER)) return null;
      for (const name of await listSources()) this.addWatchFile(join(ASSEMBLY_FOLDER, name));
      const base64 = Buffer.from(await compileAssembly(variant)).toString('base64');
      return { code: `export default ${JSON.stringify(base64)};\n`, map: null, moduleType: 'js' };
    },
  };
}

function variantOf(id: string) {
  return VARIANTS.find((variant) => basename(id) === `${variant}.wasm`);
}
