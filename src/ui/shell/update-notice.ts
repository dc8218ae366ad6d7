/** Asks the reader before a newer build takes the place of the one that is shown. */
import { msg } from '@lit/localize';
import type { Notice } from './notice-list.ts';

/** From when on the page may be kept for offline use: what it shows comes first. */
const QUIET_MS = 1500;

/** Only the built page is kept; where it cannot be, it works as before, online. */
export function watchUpdates(tell: (notice: Notice) => void): void {
  if (!import.meta.env.PROD) return;
  setTimeout(() => {
    watch(tell).catch(() => undefined);
  }, QUIET_MS);
}

async function watch(tell: (notice: Notice) => void): Promise<void> {
  const { keepOffline } = await import('./page-update.ts');
  await keepOffline((update) => {
    const notice = { id: 'update', kind: 'info' } as const;
    tell({
      ...notice,
      text: () => msg('A newer version of the playground is ready. Your work is kept; undo begins anew.'),
      action: {
        label: () => msg('Update now'),
        run: () => {
          // Chromium waits until the service worker of this version idles: half a minute where a window has just loaded something.
          tell({
            ...notice,
            text: () => msg('The page reloads by itself as soon as the newer version is in its place.'),
          });
          update();
        },
      },
    });
  });
}
