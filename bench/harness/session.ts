/** What the learning session of the page costs beside the engine alone, at a size that the page's editor does not reach. */
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { EngineKind } from '../../src/engine/index.ts';
import { sourcePlugins } from '../../vite.config.ts';
import type { SessionFigures } from '../page/session.ts';
import { withBuilt } from './built-site.ts';
import { BENCH } from './install.ts';
import { quantile } from './spread.ts';

/** Milliseconds for a step, the medians of all rounds. */
export interface SessionTimes {
  readonly kind: EngineKind;
  readonly adapter: string;
  readonly session: number;
  readonly alone: number;
}

/** Learns on both engines in a page of its own. */
export async function measureSessions(browser: Browser): Promise<readonly SessionTimes[]> {
  return withBuilt(
    async (url) => [await measureOn(browser, url, 'webgpu'), await measureOn(browser, url, 'cpu')],
    {
      configFile: false,
      root: join(BENCH, 'page'),
      plugins: sourcePlugins(),
      worker: { format: 'es', plugins: sourcePlugins },
      build: { target: 'es2022', rolldownOptions: { input: 'session.html' } },
    },
  );
}

interface SessionGlobals {
  readonly measureSession: (kind: EngineKind) => Promise<SessionFigures>;
}

async function measureOn(browser: Browser, url: string, kind: EngineKind): Promise<SessionTimes> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${url}session.html`);
  await page.waitForFunction(() => 'measureSession' in globalThis, null, { timeout: 60_000 });
  const figures = await page.evaluate(
    (engine) => (globalThis as unknown as SessionGlobals).measureSession(engine),
    kind,
  );
  await page.close();
  const { adapter, session, alone } = figures;
  return { kind, adapter, session: quantile(session, 0.5), alone: quantile(alone, 0.5) };
}

/** A line for the terminal. */
export function sessionText({ adapter, session, alone }: SessionTimes): string {
  const time = (milliseconds: number): string => `${milliseconds.toFixed(3)} ms`;
  return `learning at 1024×1024 and 5×5 on ${adapter}: a step ${time(session)} in a session, ${time(alone)} of the trainer alone`;
}
