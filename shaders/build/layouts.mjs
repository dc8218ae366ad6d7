// `npm run layouts`: rewrites every declaration. Vite runs the TypeScript, so that Node 20 is enough.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('folder.ts', import.meta.url)));
console.log(module.writeDeclarations().join('\n'));
