// `npm run localize:extract` and the first half of `npm run localize:build` in the folder that it is run in, by one reading of
// the sources, which is what takes their time.
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';

const localizer = new RuntimeLitLocalizer(readConfigFileAndWriteSchema('src/ui/locales/lit-localize.json'));
const { errors } = localizer.extractSourceMessages();
if (errors.length > 0)
  throw new Error(errors.map(({ messageText }) => JSON.stringify(messageText)).join('\n'));
await localizer.writeInterchangeFiles();
await localizer.build();
