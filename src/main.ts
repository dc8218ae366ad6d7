/** Starts the page: the whole playground, or one figure of it in somebody's `<iframe>`. */
import { asScene, parseAddress, type Address } from './state/address.ts';
import { exampleScene } from './state/example-name.ts';
import { loadScene } from './ui/scenes/load-scene.ts';

const isEmbedded = (): boolean => parseAddress(location.hash).has('embed');

/** Begun beside the page's own script; whoever shows the scene meets what goes wrong, and tells it. */
function fetchScene(address: Address): void {
  const scene = asScene(address.get('scene')) ?? exampleScene(address.get('ex')) ?? 'correlation';
  loadScene(scene).catch(() => undefined);
}

async function start(embedded: boolean): Promise<void> {
  // The one page becomes the other by an address that is pasted in.
  addEventListener('hashchange', () => {
    if (isEmbedded() !== embedded) location.reload();
  });
  fetchScene(parseAddress(location.hash));
  if (embedded) {
    const { EmbedPageElement } = await import('./ui/embed-page.ts');
    document.body.prepend(new EmbedPageElement());
  } else {
    const { AppElement } = await import('./ui/app.ts');
    document.body.prepend(new AppElement());
  }
}

void start(isEmbedded());
