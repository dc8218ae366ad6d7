// `npm run localize:build`: what lit-localize makes of the translations, taken apart into the texts that the first load can show
// and the rest. A text is a first one if any module says it that the first load brings along: one that is reached from ROOTS
// without `import()`. With `--extract` it writes the interchange file beforehand, as `npm run localize:extract` does.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { extractMessagesFromProgram } from '@lit/localize-tools/lib/program-analysis.js';

// lit-localize's own TypeScript, whose syntax trees it reads.
const ts = createRequire(import.meta.resolve('@lit/localize-tools/lib/program-analysis.js'))('typescript');

const LOCALES = dirname(fileURLToPath(import.meta.url));
const SOURCE = resolve(LOCALES, '../..');
const ROOTS = [
  'main.ts',
  'ui/app.ts',
  'ui/embed-page.ts',
  'ui/figure.ts',
  'ui/scenes/correlation-scene.ts',
  // A notice may be the one that texts or scripts are missing.
  'ui/shell/notice-list.ts',
];

/** Modules that are loaded together with the module at `path`: those it imports at once. */
function importsAtOnce(path) {
  const { statements } = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
  return statements
    .filter((node) =>
      ts.isImportDeclaration(node)
        ? !node.importClause?.isTypeOnly
        : ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier,
    )
    .map((node) => node.moduleSpecifier.text)
    .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
    .map((name) => join(dirname(path), name));
}

function firstModules() {
  const reached = new Set(ROOTS.map((path) => join(SOURCE, path)));
  // A set also hands out what is added meanwhile.
  for (const path of reached) for (const next of importsAtOnce(path)) reached.add(next);
  return [...reached].filter((path) => path.startsWith(join(SOURCE, 'ui')));
}

/** The sources are read once, which is what takes the time. */
function firstIds({ program }) {
  const paths = firstModules();
  const { messages } = extractMessagesFromProgram({
    getSourceFiles: () => paths.map((path) => program.getSourceFile(path)),
    getTypeChecker: () => program.getTypeChecker(),
  });
  return new Set(messages.map(({ name }) => name));
}

async function localize() {
  const localizer = new RuntimeLitLocalizer(readConfigFileAndWriteSchema(join(LOCALES, 'lit-localize.json')));
  const { errors } = localizer.extractSourceMessages();
  if (errors.length > 0) throw new Error(errors.map(({ messageText }) => messageText).join('\n'));
  if (process.argv.includes('--extract')) await localizer.writeInterchangeFiles();
  await localizer.build();
  return localizer;
}

/** Every text of lit-localize's module as it is written there, by its id. */
function readEntries(path) {
  const module = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const entries = new Map();
  const visit = (node) => {
    if (ts.isPropertyAssignment(node)) entries.set(node.name.text, node.initializer.getText());
    else ts.forEachChild(node, visit);
  };
  visit(module);
  return entries;
}

function write(name, entries) {
  const imports = [
    ...(entries.some(([, text]) => text.startsWith('html`')) ? ["import {html} from 'lit';"] : []),
    ...(entries.some(([, text]) => text.startsWith('str`')) ? ["import {str} from '@lit/localize';"] : []),
  ];
  const module = `// Do not modify this file by hand!
// Re-generate this file by \`npm run localize:build\`

${imports.join('\n')}

export const templates = {
${entries.map(([id, text]) => `'${id}': ${text},`).join('\n')}
};
`;
  writeFileSync(join(LOCALES, name), module);
  console.log(`${relative('.', join(LOCALES, name))}: ${entries.length} texts`);
}

const whole = join(LOCALES, 'zh-CN.ts');
const first = firstIds(await localize());
const entries = [...readEntries(whole)];
write(
  'zh-CN-first.ts',
  entries.filter(([id]) => first.has(id)),
);
write(
  'zh-CN-rest.ts',
  entries.filter(([id]) => !first.has(id)),
);
rmSync(whole);
