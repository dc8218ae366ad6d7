/** A host on which builds are deployed one after another, and which can go away. */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { writeServiceWorker } from '../../offline/plugin.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** A file as it was sent: its path, its bytes on the line, and when it was asked for, in milliseconds since 1970. */
export interface Sent {
  readonly path: string;
  readonly bytes: number;
  readonly at: number;
}

/** The line to the host: bits a second of all answers together, and milliseconds until an answer begins. */
export interface Line {
  readonly bits: number;
  readonly roundTrip: number;
}

export interface DeployedSite {
  readonly sent: readonly Sent[];
  /** The page's address, in a folder of the host. */
  readonly url: string;
  /** From now on answers come by this line. */
  putBehind(line: Line): void;
  /** From now on only the files of this folder are there. */
  deploy(folder: string): void;
  /** The host goes away. */
  stop(): void;
}

/** The headers of a path from the folder on, with a slash before it. */
export type HeadersOf = (path: string) => readonly (readonly [name: string, value: string])[];

/** Serves a build in the folder `/any/` of a host until the test ends. */
export async function deploySite(folder: string, headersOf: HeadersOf = () => []): Promise<DeployedSite> {
  let current = folder;
  const sent: Sent[] = [];
  let arrival = arrivalsBy({ bits: Infinity, roundTrip: 0 });
  const server = createServer((request, response) => {
    const at = Date.now();
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(pathname.replace(/^\/any\//, '') || 'index.html');
    for (const [name, value] of headersOf(`/${path}`)) response.setHeader(name, value);
    readFile(join(current, path)).then(
      async (content) => {
        response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/html');
        // As hosts do with text.
        const packed = gzipSync(content);
        sent.push({ path, bytes: packed.length, at });
        await arrival(packed.length);
        response.setHeader('Content-Encoding', 'gzip').end(packed);
      },
      () => response.writeHead(404).end('not here'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): void => {
    closeServer(server);
  };
  onTestFinished(stop);
  return {
    sent,
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/any/`,
    putBehind(line) {
      arrival = arrivalsBy(line);
    },
    deploy(next) {
      current = next;
    },
    stop,
  };
}

/**
 * When an answer of so many bytes has come, one after another. Not by the browser's own emulation of a line: on a busy machine
 * Chromium's leaves answers undelivered, and the page waits for ever.
 */
function arrivalsBy({ bits, roundTrip }: Line): (bytes: number) => Promise<void> {
  let freeAt = 0;
  return async (bytes) => {
    const begins = performance.now() + roundTrip;
    freeAt = Math.max(freeAt, begins) + (1000 * 8 * bytes) / bits;
    await setTimeout(freeAt - performance.now());
  };
}

/** Under one hashed name there is one content: each build has names of its own. */
let builds = 0;

/** Another build of the same page: every hashed name differs, and so does what `change` makes of the scripts. */
export async function makeNextBuild(folder: string, change: (code: string) => string): Promise<string> {
  const next = await mkdtemp(join(tmpdir(), 'corr2d-next-'));
  onTestFinished(() => rm(next, { recursive: true, force: true }));
  await cp(folder, next, { recursive: true });
  builds++;
  const names = await readdir(join(next, 'assets'));
  const renamed = names.map((name) => [name, name.replace(/(\.\w+)$/, `_${String(builds)}$1`)] as const);
  for (const [name, to] of renamed) await rename(join(next, 'assets', name), join(next, 'assets', to));
  const texts = [...renamed.map(([, to]) => join('assets', to)), 'index.html', 'bench.html'];
  for (const path of texts.filter((each) => /\.(js|css|html)$/.test(each))) {
    const text = await readFile(join(next, path), 'utf8');
    await writeFile(
      join(next, path),
      change(renamed.reduce((code, [name, to]) => code.replaceAll(name, to), text)),
    );
  }
  writeServiceWorker(next);
  return next;
}

function closeServer(server: Server): void {
  server.closeAllConnections();
  server.close();
}
