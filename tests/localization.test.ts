/** The Chinese text is complete, and what lit-localize generates is what it would generate now. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSources, ROOT } from './architecture/sources.ts';
import { untranslated } from './harness/untranslated.ts';

const LOCALES = 'src/ui/locales';
const XLIFF = `${LOCALES}/xliff/zh-CN.xlf`;
/** Of the project, so that a test never writes into it. */
let copy = '';

async function expectUnchanged(path: string): Promise<void> {
  expect(await readFile(join(copy, path), 'utf8')).toBe(await readFile(join(ROOT, path), 'utf8'));
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'corr2d-localize-'));
  for (const path of ['src', 'shaders', 'tsconfig.json'])
    await cp(join(ROOT, path), join(copy, path), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rm(copy, { recursive: true, force: true }));

test('every message has a Chinese text', async () => {
  expect(untranslated(await readFile(join(ROOT, XLIFF), 'utf8'))).toEqual([]);
});

test(
  '`npm run localize:extract` and `localize:build` would change nothing',
  { timeout: 180_000 },
  async () => {
    await promisify(execFile)(process.execPath, [`${LOCALES}/build.mjs`, '--extract'], { cwd: copy });
    await expectUnchanged(XLIFF);
    await expectUnchanged(`${LOCALES}/zh-CN-first.ts`);
    await expectUnchanged(`${LOCALES}/zh-CN-rest.ts`);
    await expectUnchanged(`${LOCALES}/locale-codes.ts`);
  },
);

/** Begun beforehand, by modules that wait, or of modules without texts; those of the list of notices are among the first ones. */
const WAIT_ELSEWHERE = [
  'src/ui/scenes/load-scene.ts',
  'src/ui/shell/load-tools.ts',
  'src/ui/shell/notices.ts',
  'src/ui/shell/opening.ts',
  'src/ui/shell/tab-name.ts',
  'src/ui/shell/update-notice.ts',
];

test('what is fetched after the first load waits for the rest of the texts', () => {
  const fetching = [...readSources('src/ui', ['.ts'])].filter(([, text]) =>
    /(?<!typeof )\bimport\(/.test(text),
  );
  const hasty = fetching.filter(([, text]) => !/new OnDemand\(|restOfTexts\(\)/.test(text));
  expect(hasty.map(([path]) => path)).toEqual(WAIT_ELSEWHERE);
});
