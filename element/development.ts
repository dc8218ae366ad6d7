/** Vite plugin: the dev server has the element's module where the build puts it, for `embed-demo.html`. */
import type { Plugin } from 'vite';

export function elementInDevelopment(): Plugin {
  return {
    name: 'element-in-development',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/element/corr2d-figure.js', (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript').end("import '/src/element-main.ts';\n");
      });
    },
  };
}
