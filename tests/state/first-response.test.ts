import { expect, it } from 'vitest';
import { DEFAULT_DOCUMENT, filledGrid } from '../../src/state/document.ts';
import { createEngineHost } from '../../src/state/engine-host.ts';
import { firstResponse } from '../../src/state/first-response.ts';
import { createResponse } from '../../src/state/response.ts';
import { openEngine } from '../../src/engine/index.ts';

const { image, kernel } = DEFAULT_DOCUMENT.correlation;

it("computes the article's response, and rounds to float32", () => {
  expect(firstResponse(image, kernel, {})).toEqual({ rows: 2, columns: 2, values: [19, 25, 37, 43] });
  const tenth = firstResponse({ rows: 1, columns: 1, values: [0.1] }, filledGrid(1, 1, 1), {});
  expect(tenth?.values).toEqual([Math.fround(0.1)]);
});

it('leaves what takes long to an engine', () => {
  // 50 · 50 · 15 · 15 multiply-adds.
  expect(firstResponse(filledGrid(64, 64, 1), filledGrid(15, 15, 1), {})).toBeNull();
});

it('answers at once while the engine opens; the engine answers after it, and alone from then on', async () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const host = createEngineHost(() => opened.then(() => openEngine({ prefer: 'cpu' })));
  let computedHere = 0;
  const response = createResponse(host, (...operands) => {
    computedHere++;
    return firstResponse(...operands);
  });
  const seen: unknown[] = [];
  response.$response.listen(({ status, grid }) => seen.push([status, grid?.values]));
  response.request(image, kernel, {});
  response.request(image, filledGrid(2, 2, 1), {});
  const early = [
    ['ready', [19, 25, 37, 43]],
    // 0 + 1 + 3 + 4, and so on.
    ['ready', [8, 12, 20, 24]],
  ];
  expect(seen).toEqual(early);
  open();
  await expect.poll(() => seen.length).toBe(3);
  expect(seen[2]).toEqual(['ready', [8, 12, 20, 24]]);
  response.request(image, kernel, {});
  await expect.poll(() => seen.at(-1)).toEqual(['ready', [19, 25, 37, 43]]);
  expect(computedHere).toBe(2);
  host.dispose();
});
