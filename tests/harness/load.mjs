// Vite runs the harness's TypeScript, so that Node 20 is enough.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** The module `name` of this folder. NODE_ENV, which Vite sets, stays as it was for the processes to come. */
export async function load(name) {
  const { NODE_ENV } = process.env;
  const { module } = await runnerImport(fileURLToPath(new URL(name, import.meta.url)));
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  return module;
}
