/** Starts the page: the whole playground, or one figure of it in somebody's `<iframe>`. */
import { parseAddress } from './state/address.ts';
import { AppElement } from './ui/app.ts';

const isEmbedded = (): boolean => parseAddress(location.hash).has('embed');

async function start(embedded: boolean): Promise<void> {
  // The one page becomes the other by an address that is pasted in.
  addEventListener('hashchange', () => {
    if (isEmbedded() !== embedded) location.reload();
  });
  if (!embedded) {
    document.body.prepend(new AppElement());
    return;
  }
  const { EmbedPageElement } = await import('./ui/embed-page.ts');
  document.body.prepend(new EmbedPageElement());
}

void start(isEmbedded());
