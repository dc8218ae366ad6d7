/**
 * What a first visit to scene 1 fetches before its figure can stand: the page, the scene and the line to the engine, each
 * with all that they import. Tools, lesson and charts come after it, and the engine's own scripts run in a worker.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtFolder } from '../harness/built-folder.ts';

const MOST_BYTES = 60 * 1024;
const STATIC_IMPORT = /\bimport\s*(?:[\w*{}\s,$]+?from\s*)?["']\.\/([\w.-]+\.js)["']/g;

/** The scripts of these names and all that they import, each once. */
function withImports(assets: string, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, imported = ''] of readFileSync(join(assets, name), 'utf8').matchAll(STATIC_IMPORT))
      visit(imported);
  };
  names.forEach(visit);
  return [...found];
}

test('the first load of scene 1 is at most 60 KiB of gzipped JavaScript', () => {
  const assets = join(builtFolder(), 'assets');
  const files = readdirSync(assets);
  const chunk = (name: string): string => {
    const file = files.find((each) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(each));
    if (file === undefined) throw new Error(`the build has no ${name}`);
    return file;
  };
  const page = readFileSync(join(builtFolder(), 'index.html'), 'utf8');
  const entries = [...page.matchAll(/(?:src|href)="[^"]*assets\/([\w.-]+\.js)"/g)].map(
    ([, name = '']) => name,
  );
  expect(entries).not.toEqual([]);
  const scripts = withImports(assets, [
    ...entries,
    chunk('correlation-scene'),
    chunk('remote'),
    chunk('worker-script'),
  ]);
  const sizes = scripts.map((name) => [name, gzipSync(readFileSync(join(assets, name))).length] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(scripts.length, 'nothing was followed').toBeGreaterThan(8);
  expect(total, JSON.stringify(Object.fromEntries(sizes), null, 1)).toBeLessThan(MOST_BYTES);
});
