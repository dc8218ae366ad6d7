/** Keeps the page for offline use, and tells when a newer build lies ready; nothing changes until it is asked for. */

interface AddressPolicy {
  createScriptURL(url: string): string;
}

interface AddressPolicies {
  createPolicy(name: string, rules: AddressPolicy): AddressPolicy;
}

/** Looked for when the reader comes back to the page after so long; the browser itself looks at each visit. */
const CHECK_MS = 3_600_000;

/** `onReady` gets what puts the newer build in place: it reloads the page. Rejects where nothing can be kept. */
export async function keepOffline(onReady: (update: () => void) => void): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) return;
  const registration = await serviceWorker.register(scriptAddress(), { updateViaCache: 'none' });
  const tell = (worker: ServiceWorker): void => {
    // Without a controller this is the first visit, and what was kept is what is shown.
    if (serviceWorker.controller)
      onReady(() => {
        takeOver(serviceWorker, worker);
      });
  };
  if (registration.waiting) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') tell(worker);
    });
  });
  checkOnReturn(registration);
}

function takeOver(container: ServiceWorkerContainer, worker: ServiceWorker): void {
  const reload = (): void => {
    location.reload();
  };
  // Another window may have asked already.
  if (worker.state !== 'installed') {
    reload();
    return;
  }
  container.addEventListener('controllerchange', reload, { once: true });
  worker.postMessage('update');
}

function checkOnReturn(registration: ServiceWorkerRegistration): void {
  let checkedMs = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checkedMs < CHECK_MS) return;
    checkedMs = Date.now();
    registration.update().catch(() => undefined); // Offline: the next return asks again.
  });
}

/** The script that the build writes beside the page (offline/plugin.ts), as the page's policy wants its address. */
function scriptAddress(): string {
  const address = new URL('service-worker.js', document.baseURI).href;
  const { trustedTypes } = globalThis as { trustedTypes?: AddressPolicies };
  const policy = trustedTypes?.createPolicy('corr2d-offline', { createScriptURL: (url) => url });
  return policy ? policy.createScriptURL(address) : address;
}
