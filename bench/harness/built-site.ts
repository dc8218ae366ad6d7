/** The production build of the site in a folder of its own, served for as long as it is measured. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { ROOT } from './install.ts';

/** By the project's own configuration unless told otherwise; the folder is taken away again. */
export async function withBuilt<Result>(
  measure: (url: string) => Promise<Result>,
  { build: options, ...config }: InlineConfig = { root: ROOT },
): Promise<Result> {
  const outDir = mkdtempSync(join(tmpdir(), 'corr2d-page-'));
  const all: InlineConfig = {
    ...config,
    logLevel: 'error',
    build: { ...options, outDir, emptyOutDir: true },
    preview: { port: 0 },
  };
  await build(all);
  const server = await preview(all);
  try {
    return await measure(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
