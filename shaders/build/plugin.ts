/** Vite plugin: `import shader from './x.wgsl'` gives a Shader, expanded and reflected at build time. */
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { compileShader } from './compile.ts';
import { readShaderSource, SHADERS_FOLDER } from './folder.ts';

export function wgsl(): Plugin {
  return {
    name: 'wgsl',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('.wgsl')) return null;
      const path = relative(SHADERS_FOLDER, id).split(sep).join('/');
      const { shader, files } = compileShader(path, readShaderSource);
      for (const file of files) this.addWatchFile(join(SHADERS_FOLDER, file));
      return { code: `export default ${JSON.stringify(shader)};\n`, map: null, moduleType: 'js' };
    },
  };
}
