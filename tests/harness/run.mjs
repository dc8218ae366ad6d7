// `npm test`.
import { load } from './load.mjs';

const { testCommand } = await load('test-command.ts');
process.exitCode = await testCommand(process.argv.slice(2));
