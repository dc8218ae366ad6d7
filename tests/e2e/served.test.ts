/** The built page starts from any folder, under its own policy, with WebGPU and without. */
import type { Browser, Page } from 'playwright';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { BuiltSite } from '../harness/page.ts';
import { sharedBrowser, sharedSite } from './shared-browsers.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await sharedSite();
});

/** Collects what a visitor's console would show: uncaught errors, violations of the policy, missing files. */
function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${String(response.status())} ${response.url()}`);
  });
  return faults;
}

async function visit(browser: Browser): Promise<readonly string[]> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const faults = collectFaults(page);
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await vi.waitFor(async () => {
    expect(await page.locator('corr2d-app').getByRole('main').count()).toBe(1);
  });
  return faults;
}

test.each([true, false])('with WebGPU %j the page starts without a fault', async (webgpu) => {
  expect(await visit(await sharedBrowser({ webgpu }))).toEqual([]);
});

test('the server knows no file but those of the build', async () => {
  expect((await fetch(new URL('index.html', site.url))).status).toBe(200);
  expect((await fetch(new URL('nothing.js', site.url))).status).toBe(404);
  expect((await fetch(new URL('../index.html', site.url))).status).toBe(404);
});
