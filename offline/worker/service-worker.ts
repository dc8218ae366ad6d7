/**
 * Serves one whole build out of one cache, so that the page works offline and never mixes two builds. The plugin puts
 * `BUILD` in front of this script; a new build is a new script, which waits until the reader asks for it.
 */

interface Build {
  readonly version: string;
  /** Every file of the build by its path, with its hash as `integrity` wants it. */
  readonly files: Readonly<Record<string, string>>;
}

declare const BUILD: Build;
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** The page itself; hosts serve it at its folder. */
const INDEX = 'index.html';
/** These names hold a hash of what is in them: under one name there is one content, in whichever build. */
const isHashed = (path: string): boolean => path.startsWith('assets/');

const { scope } = worker.registration;
/** Other playgrounds on the same host have caches of their own. */
const OWN = `corr2d ${scope} `;
const CACHE = OWN + BUILD.version;

worker.addEventListener('install', (event) => {
  event.waitUntil(fillCache());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => worker.clients.claim()));
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'update') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(path, event.request));
});

/** All files of the build or none: a file that is missing, or of another build, ends the installation. */
async function fillCache(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      Object.entries(BUILD.files).map(async ([path, integrity]) => {
        await cache.put(urlOf(path), await load(path, integrity));
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function load(path: string, integrity: string): Promise<Response> {
  const known = isHashed(path) ? await matchAnyBuild(path) : undefined;
  if (known) return known;
  const response = await fetch(urlOf(path), { cache: 'no-cache', integrity });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  // A response that was redirected may not answer a navigation.
  const { status, headers } = response;
  return response.redirected ? new Response(response.body, { status, headers }) : response;
}

/** The build before this one stays for the windows that still show it: they fetch their lazy parts from there. */
async function dropOldCaches(): Promise<void> {
  const old = (await ownCaches()).filter((name) => name !== CACHE);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const cached = (await cache.match(urlOf(path))) ?? (isHashed(path) ? await matchAnyBuild(path) : undefined);
  // The browser may have emptied the cache; whatever is not there is asked of the host, as without this worker.
  return cached ?? fetch(request);
}

async function matchAnyBuild(path: string): Promise<Response | undefined> {
  for (const name of await ownCaches()) {
    const found = await (await caches.open(name)).match(urlOf(path));
    if (found) return found;
  }
  return undefined;
}

/** Oldest first. */
async function ownCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(OWN));
}

/** The path of a file that this worker answers for, or null. */
function pathOf({ method, url }: Request): string | null {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== 'GET' || !address.startsWith(scope)) return null;
  const path = decodeURIComponent(address.slice(scope.length)) || INDEX;
  return Object.hasOwn(BUILD.files, path) || isHashed(path) ? path : null;
}

function urlOf(path: string): string {
  return path === INDEX ? scope : new URL(path, scope).href;
}
