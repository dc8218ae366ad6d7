/** What is kept for offline use, and when it counts as another build. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listPrecache, versionOf } from '../../offline/precache.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'corr2d-precache-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

it('lists what the page needs, with hashes that browsers check', () => {
  const files = listPrecache(
    folderOf({
      'index.html': '',
      'assets/a-1.js': 'abc',
      'icons/icon.png': '',
      'element/corr2d-figure.js': '',
      'screenshots/one.png': '',
      'embed-demo.html': '',
      _headers: '',
      'service-worker.js': '',
    }),
  );
  expect(Object.keys(files)).toEqual(['assets/a-1.js', 'icons/icon.png', 'index.html']);
  // The digest of "abc" in FIPS 180-2, appendix B.1: ba7816bf 8f01cfea … f20015ad.
  expect(files['assets/a-1.js']).toBe('sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=');
});

it('the version follows what is in the files, and nothing else', () => {
  const version = (text: string) => versionOf(listPrecache(folderOf({ 'index.html': text })));
  expect(version('one')).toBe(version('one'));
  expect(version('one')).not.toBe(version('two'));
});
