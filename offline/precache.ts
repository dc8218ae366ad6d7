/** The files of a build that the page needs offline, with their hashes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What is for other pages and for the host's readers, and the script itself. */
const LEFT_OUT = [
  /^element\//,
  /^screenshots\//,
  /^embed-demo\.html$/,
  /^_headers$/,
  /^service-worker\.js$/,
  /\.map$/,
];

/** Paths from the folder, with slashes, in order; each with a hash that a request's `integrity` takes. */
export function listPrecache(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/').replace(/^\//, ''),
    )
    .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, hashOf(readFileSync(join(folder, path)))]));
}

/** The hash of all files is the version of a build. */
export function versionOf(files: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
}

function hashOf(content: Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
