/** Elements of the page by their tag, however deep in shadow trees; for what runs in the page. */
import type { Page } from 'playwright';

declare global {
  /** The first element of that tag below `root`, the document unless told otherwise. */
  var findElement: (tag: string, root?: ParentNode) => Element | null;
}

/** From the page's next address on, its scripts have `findElement`. */
export async function giveFindElement(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.findElement = (tag, root = document) => {
      const found = root.querySelector(tag);
      if (found) return found;
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        const inside = shadowRoot && globalThis.findElement(tag, shadowRoot);
        if (inside) return inside;
      }
      return null;
    };
  });
}
