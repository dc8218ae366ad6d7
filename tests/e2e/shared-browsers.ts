/**
 * What walks share: a browser of each kind, and the server of the built page. Vitest runs the files of these tests one after
 * another in few processes, which keep their modules from file to file; what is open closes with its process.
 */
import type { Browser } from 'playwright';
import { openBrowser, serveBuilt, type BuiltSite } from '../harness/page.ts';

const browsers = new Map<boolean, Promise<Browser>>();
let site: Promise<BuiltSite> | undefined;

/** The browser with WebGPU, or the one without; another where a test has closed or crashed it. */
export async function sharedBrowser({ webgpu }: { readonly webgpu: boolean }): Promise<Browser> {
  const known = browsers.get(webgpu);
  if (known && (await known).isConnected()) return known;
  const opened = openBrowser({ webgpu });
  browsers.set(webgpu, opened);
  return opened;
}

export function sharedSite(): Promise<BuiltSite> {
  return (site ??= serveBuilt());
}
