// `npm run layouts`: rewrites every declaration. Vite runs the TypeScript, so that Node 20 is enough.
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('folder.ts', import.meta.url).pathname);
console.log(module.writeDeclarations().join('\n'));
