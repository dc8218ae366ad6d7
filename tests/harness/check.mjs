// `npm run check`.
import { load } from './load.mjs';

const { checkCommand } = await load('check-command.ts');
process.exitCode = await checkCommand();
