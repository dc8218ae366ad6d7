/** `npm run bench`: one browser, one page, one run; then the report. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { BenchResult } from '../../src/bench/result.ts';
import type { Progress } from '../../src/bench/run.ts';
import type { StartRequest } from '../page/start-request.ts';
import { makeReport } from '../report/report.ts';
import { findingText, judgeLongRun, judgePainting, judgeSession } from '../report/targets.ts';
import { makeTerminalTable } from '../report/terminal.ts';
import { openBrowser, openPageBrowser } from './browser.ts';
import { installPeers, ROOT, typecheck } from './install.ts';
import { longRunText, measureLongRun } from './long-run.ts';
import { withMachine } from './machine.ts';
import { HELP, isSelected, OptionError, readOptions, type Options } from './options.ts';
import { measurePainting, paintingText } from './painting.ts';
import { createProgressPrinter } from './progress.ts';
import { serveBench } from './serve.ts';
import { measureSessions, sessionText } from './session.ts';

/** Returns the exit code. */
export async function benchCommand(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      console.log(HELP);
      return 0;
    }
    if (options.painting) {
      await paintOnly();
      return 0;
    }
    if (options.learning) {
      await learnOnly();
      return 0;
    }
    installPeers();
    if (options.typecheck) return typecheck();
    writeResults(await measure(options), options);
    return 0;
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(`bench: ${error.message}\n\n${HELP}`);
    return 2;
  }
}

/** Needs none of the libraries. */
async function paintOnly(): Promise<void> {
  const browser = await openPageBrowser();
  try {
    const all = await measurePainting(browser);
    for (const figures of all) console.log(`bench: ${paintingText(figures)}`);
    for (const finding of all.flatMap(judgePainting)) console.log(findingText(finding));
  } finally {
    await browser.close();
  }
}

/** Needs none of them either. */
async function learnOnly(): Promise<void> {
  const browser = await openBrowser();
  try {
    const run = await measureLongRun(browser);
    console.log(`bench: ${longRunText(run)}`);
    console.log(findingText(judgeLongRun(run.frames.p95)));
    for (const times of await measureSessions(browser)) {
      console.log(`bench: ${sessionText(times)}`);
      console.log(findingText(judgeSession(times)));
    }
  } finally {
    await browser.close();
  }
}

async function measure(options: Options): Promise<BenchResult> {
  const served = await serveBench();
  const browser = await openBrowser();
  try {
    const result = await measureIn(browser, served.url, options);
    return withMachine(result, `Chromium ${browser.version()}`);
  } finally {
    await browser.close();
    await served.close();
  }
}

/** What `page/main.ts` puts there. */
interface BenchGlobals {
  readonly contenderNames: readonly string[];
  readonly startBench: (request: StartRequest) => Promise<BenchResult>;
}

async function measureIn(browser: Browser, url: string, options: Options): Promise<BenchResult> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const crashed = failureOf(page);
  const print = createProgressPrinter();
  await page.exposeFunction('benchTold', (progress: Progress) => {
    print(progress);
  });
  await page.goto(url);
  await page.waitForFunction(() => 'startBench' in globalThis, null, { timeout: 120_000 });
  const names = await page.evaluate(() => (globalThis as unknown as BenchGlobals).contenderNames);
  const request: StartRequest = {
    contenders: names.filter((name) => isSelected(name, options.engines)),
    workloads: options.workloads.map(({ id }) => id),
    settings: options.settings,
  };
  if (request.contenders.length === 0)
    throw new OptionError(`--engines selects none of ${names.join(', ')}.`);
  const run = page.evaluate((wish) => (globalThis as unknown as BenchGlobals).startBench(wish), request);
  return Promise.race([run, crashed]);
}

/** Rejects when the page goes away, or cannot start because a module of it does not load. */
function failureOf(page: Page): Promise<never> {
  return new Promise((_, reject) => {
    page.on('crash', () => {
      reject(new Error('the page crashed'));
    });
    page.on('pageerror', (error) => {
      console.error(`bench: page: ${error.message}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(`bench: page: ${message.text()}`);
    });
  });
}

function writeResults(result: BenchResult, { json, markdown }: Options): void {
  console.log(`\n${makeTerminalTable(result)}`);
  if (json !== null) write(json, `${JSON.stringify(result, null, 1)}\n`);
  if (markdown !== null) write(markdown, makeReport(result));
}

/** Paths are from where the command was called: npm runs it in the project's root. */
function write(path: string, text: string): void {
  const full = resolve(process.env.INIT_CWD ?? ROOT, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  console.log(`bench: wrote ${path}`);
}
