/**
 * A page that visits borrow one after another. What it has fetched and compiled it keeps, so that it opens in a quarter of a new
 * one's time; of the visitor before, it has nothing left.
 */
import type { Browser, BrowserContext, Page } from 'playwright';

const USUAL_WINDOW = { width: 1280, height: 720 };

export class LentPage {
  private page: Page | null = null;
  private origin = '';
  private isLent = false;

  /** `makeProfile` makes what the page lives in, in `browser`. */
  constructor(
    private readonly browser: Browser,
    private readonly makeProfile: () => Promise<BrowserContext>,
  ) {}

  isFor(browser: Browser): boolean {
    return this.browser === browser;
  }

  /** The page, or null while somebody has it. `address` is where it will be taken. */
  async borrow(address: string): Promise<Page | null> {
    if (this.isLent) return null;
    this.isLent = true;
    this.origin = new URL(address).origin;
    this.page ??= await (await this.makeProfile()).newPage();
    return this.page;
  }

  /** What the page lives in, for pages beside it; null while somebody has it. */
  async borrowProfile(address: string): Promise<BrowserContext | null> {
    return (await this.borrow(address))?.context() ?? null;
  }

  /** Takes it back from who has it, and forgets what they did. */
  async takeBack(): Promise<void> {
    const { page } = this;
    if (!page || !this.isLent) return;
    this.isLent = false;
    if (page.isClosed()) {
      this.page = null;
      await page.context().close();
      return;
    }
    const profile = page.context();
    const others = profile.pages().filter((other) => other !== page);
    await Promise.all(others.map((other) => other.close()));
    // What a page writes when it is left is forgotten, too.
    await page.goto('about:blank');
    const session = await profile.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
    await session.detach();
    await profile.clearPermissions();
    await Promise.all([page.unrouteAll(), profile.unrouteAll()]);
    await page.setViewportSize(USUAL_WINDOW);
    await page.emulateMedia({
      media: null,
      colorScheme: 'light',
      contrast: 'no-preference',
      forcedColors: 'none',
    });
  }
}
