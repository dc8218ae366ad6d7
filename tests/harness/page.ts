/** What end-to-end tests start from: a real browser, and the production build behind a static server. */
import { chromium, type Browser } from 'playwright';
import { preview, type Plugin } from 'vite';
import { builtFolder } from './built-folder.ts';

const WEBGPU_FLAGS = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

export interface BuiltSite {
  /** The address of the page, in a folder of the host as on a project page, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Launches the browser that `npm test` found. Without `webgpu` it offers no adapter where there is no GPU. */
export function openBrowser({ webgpu }: { readonly webgpu: boolean }): Promise<Browser> {
  const { CHROME_BIN } = process.env;
  return chromium.launch({
    ...(CHROME_BIN === undefined ? {} : { executablePath: CHROME_BIN }),
    args: ['--no-sandbox', ...(webgpu ? WEBGPU_FLAGS : ['--disable-gpu'])],
  });
}

/** As good hosts do: what has its contents' hash in its name never changes, and is not asked for twice. */
const lastingAssets: Plugin = {
  name: 'lasting-assets',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const lasts = /\/assets\/[^/]+$/.test(request.url ?? '');
      if (lasts) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      next();
    });
  },
};

/** Serves the run's one production build on a free port of this machine; a file that is not there is a 404. */
export async function serveBuilt(): Promise<BuiltSite> {
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    appType: 'mpa',
    plugins: [lastingAssets],
    base: '/any/folder/',
    build: { outDir: builtFolder() },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the preview server has no address');
  return { url, close: () => server.close() };
}
