/** Somebody's page around a figure, on another origin than the playground. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves this text as the body of a page until the test ends, and returns its address. */
export async function serveHostPage(body: string, language = 'en'): Promise<string> {
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body>${body}`;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}
