/** Visits to the built page: a browser with WebGPU or without, a fresh profile each, and a console that must stay silent. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, type BuiltSite } from '../harness/page.ts';
import { LentPage } from './lent-page.ts';
import { sharedBrowser, sharedSite } from './shared-browsers.ts';
import { WORDS, type Language, type Words } from './words.ts';

/** A kind of visitor that every walk is made by. */
export interface Walk {
  readonly engine: 'WebGPU' | 'CPU';
  readonly language: Language;
}

/** Both engines and both languages, each with each. */
export const WALKS: readonly Walk[] = [
  { engine: 'WebGPU', language: 'en' },
  { engine: 'WebGPU', language: 'zh-CN' },
  { engine: 'CPU', language: 'en' },
  { engine: 'CPU', language: 'zh-CN' },
];

/** Both engines once and both languages once, for what neither wording nor engine should change. */
export const TWO_WALKS: readonly Walk[] = [
  { engine: 'WebGPU', language: 'en' },
  { engine: 'CPU', language: 'zh-CN' },
];

/**
 * One engine and one language, for what neither changes. Every text is held to be translated elsewhere, and the whole walk goes
 * through the page on both engines in both languages.
 */
export const GPU_WALK: readonly Walk[] = [{ engine: 'WebGPU', language: 'en' }];
export const ENGLISH_WALK: readonly Walk[] = [{ engine: 'CPU', language: 'en' }];
export const CHINESE_WALK: readonly Walk[] = [{ engine: 'CPU', language: 'zh-CN' }];

export interface Visit {
  readonly page: Page;
  readonly words: Words;
}

export interface VisitOptions {
  /** Flags of the address, such as `scene=edges`. */
  readonly flags?: string;
  /** The profile; without one the visit gets one in which nothing is stored. */
  readonly profile?: BrowserContext;
}

export interface Visits {
  /** Opens the page and waits until its engine is open. */
  readonly open: (options?: VisitOptions) => Promise<Visit>;
  /** A profile in which nothing is stored, closed or emptied after the test. */
  readonly profile: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly words: Words;
  readonly browser: () => Browser;
  /** The address of the page with flags, in this walk's mode. */
  readonly address: (flags?: string) => string;
}

/** What the pages of the present test said. Tests of a process run one after another. */
const faults: string[] = [];
/** By browser and language; as the browsers, they outlive their file. */
const lentPages = new Map<string, LentPage>();

/**
 * Call it inside a `describe`: its tests visit the page in the walk's browser, and a test whose console was not silent fails.
 * The browser is one for all walks of its kind, unless it is to be `own`.
 */
export function useVisits({ engine, language }: Walk, { own = false } = {}): Visits {
  const words = WORDS[language];
  const closing: { close(): Promise<void> }[] = [];
  const kind = { webgpu: engine === 'WebGPU' };
  let site: BuiltSite | undefined;
  let browser: Browser | undefined;
  let lent: LentPage | undefined;

  beforeAll(async () => {
    const opening = own ? openBrowser(kind) : sharedBrowser(kind);
    const [opened] = ([browser, site] = await Promise.all([opening, sharedSite()]));
    if (own) return () => opened.close();
    const lender = `${engine} ${language}`;
    lent = lentPages.get(lender);
    if (!lent?.isFor(opened)) lent = new LentPage(opened, () => profileIn(opened));
    lentPages.set(lender, lent);
    return undefined;
  });

  afterEach(async () => {
    const heard = faults.splice(0);
    await Promise.all([lent?.takeBack(), ...closing.splice(0).map((each) => each.close())]);
    expect(heard, 'what the console and the network said').toEqual([]);
  });

  const currentBrowser = (): Browser => browser ?? raise('the browser is not open yet');

  async function profileIn(where: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const locale = language === 'en' ? 'en-US' : 'zh-CN';
    // Keeping the page for offline use is tested where it is meant; elsewhere it would only cost time.
    // A pointer of a test does not wait for a fade, as a hand does.
    const still = { reducedMotion: 'reduce' } as const;
    const context = await where.newContext({ locale, serviceWorkers: 'block', ...still, ...options });
    context.on('page', (page) => {
      collectFaults(page);
    });
    return context;
  }

  async function profile(options?: BrowserContextOptions): Promise<BrowserContext> {
    const lentOne = options ? null : await lent?.borrowProfile(address());
    if (lentOne) return lentOne;
    const context = await profileIn(currentBrowser(), options);
    closing.push(context);
    return context;
  }

  function address(flags = ''): string {
    const all = [flags, engine === 'WebGPU' ? 'engine=webgpu' : ''].filter((flag) => flag !== '').join('&');
    return (site?.url ?? raise('the site is not served yet')) + (all === '' ? '' : `#${all}`);
  }

  async function open(options: VisitOptions = {}): Promise<Visit> {
    const target = address(options.flags);
    const lentOne = options.profile ? null : await lent?.borrow(target);
    const page = lentOne ?? (await (options.profile ?? (await profile())).newPage());
    await page.goto(target);
    await page.getByRole('button', { name: /: WebGPU$|: CPU$|：WebGPU$|：CPU$/ }).waitFor();
    return { page, words };
  }

  return { open, profile, words, browser: currentBrowser, address };
}

/** Collects what a visitor's console would show, and every request that failed. */
function collectFaults(page: Page): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const isPlaywrights = message.text().startsWith('Service Worker registration blocked by Playwright');
    if (['error', 'warning'].includes(message.type()) && !isPlaywrights) faults.push(message.text());
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A reload or an end of the visit stops what is still being fetched; a server that refuses says otherwise.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${String(response.status())} ${response.url()}`);
  });
}

function raise(message: string): never {
  throw new Error(message);
}
