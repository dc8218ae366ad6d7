// `npm run bench`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('harness/command.ts', import.meta.url)));
process.exitCode = await module.benchCommand(process.argv.slice(2));
