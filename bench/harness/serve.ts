/** The bench's page behind Vite's dev server, isolated, so that peers may use threads. */
import { join } from 'node:path';
import { createServer } from 'vite';
import { sourcePlugins } from '../../vite.config.ts';
import { BENCH, ROOT } from './install.ts';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** What gives a page SharedArrayBuffer, without which WASM has no threads. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export async function serveBench(): Promise<Served> {
  const server = await createServer({
    configFile: false,
    root: join(BENCH, 'page'),
    logLevel: 'warn',
    cacheDir: join(BENCH, 'node_modules/.vite'),
    plugins: sourcePlugins(),
    worker: { format: 'es', plugins: sourcePlugins },
    resolve: { dedupe: ['@tensorflow/tfjs-core'] },
    optimizeDeps: {
      // It finds its WebAssembly beside itself.
      exclude: ['onnxruntime-web'],
      include: [
        '@jax-js/jax',
        '@tensorflow/tfjs',
        '@tensorflow/tfjs-backend-wasm',
        '@tensorflow/tfjs-backend-webgpu',
      ],
    },
    server: {
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      watch: null,
      headers: ISOLATION,
      fs: { allow: [ROOT] },
    },
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the bench server has no address');
  return { url, close: () => server.close() };
}
