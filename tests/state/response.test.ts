import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/index.ts';
import { DEFAULT_DOCUMENT, filledGrid } from '../../src/state/document.ts';
import { createEngineHost, type EngineHost } from '../../src/state/engine-host.ts';
import { createResponse, type Response, type ResponseState } from '../../src/state/response.ts';
import { openLosableEngine } from './losable-engine.ts';

const { image, kernel } = DEFAULT_DOCUMENT.correlation;
let host: EngineHost;
let response: Response;
let seen: ResponseState[] = [];

function watch(newHost: EngineHost): void {
  host = newHost;
  response = createResponse(host);
  seen = [];
  response.$response.listen((state) => seen.push(state));
}

const settled = async (): Promise<ResponseState> => {
  await expect.poll(() => response.$response.get().status).not.toBe('pending');
  return response.$response.get();
};

beforeEach(() => {
  watch(createEngineHost(() => openEngine({ prefer: 'cpu' })));
});

afterEach(() => {
  host.dispose();
});

it("gives the article's response", async () => {
  expect(response.$response.get()).toEqual({ status: 'pending', grid: null, problem: null });
  response.request(image, kernel, {});
  const grid = { rows: 2, columns: 2, values: [19, 25, 37, 43] };
  expect(await settled()).toEqual({ status: 'ready', grid, problem: null });
});

it('follows the geometry', async () => {
  response.request(image, kernel, { padding: [1, 1, 1, 1], stride: [2, 3] });
  // By hand: corners (0,0) 0·3; (0,3) 2·2; (2,0) 3·1 + 6·3; (2,3) 5·0 + 8·2.
  expect((await settled()).grid).toEqual({ rows: 2, columns: 2, values: [0, 4, 21, 16] });
});

it('shows the newest of many requests, and the last answer until then', async () => {
  response.request(image, kernel, {});
  await settled();
  for (let value = 1; value <= 20; value++) response.request(filledGrid(3, 3, value), kernel, {});
  expect(response.$response.get()).toMatchObject({ status: 'pending', grid: { values: [19, 25, 37, 43] } });
  expect((await settled()).grid?.values).toEqual([120, 120, 120, 120]);
  const answers = seen.filter(({ status }) => status === 'ready').map(({ grid }) => grid?.values[0]);
  expect(answers).toEqual([19, 120]);
});

it('computes one at a time', async () => {
  let computing = 0;
  let most = 0;
  let count = 0;
  host.dispose();
  watch(
    createEngineHost(async () => {
      const engine = await openEngine({ prefer: 'cpu' });
      const correlate: typeof engine.correlate = async (...operands) => {
        most = Math.max(most, ++computing);
        count++;
        const result = await engine.correlate(...operands);
        computing--;
        return result;
      };
      return { ...engine, info: engine.info, correlate, dispose: () => undefined };
    }),
  );
  for (let value = 1; value <= 5; value++) response.request(filledGrid(3, 3, value), kernel, {});
  await settled();
  expect(most).toBe(1);
  expect(count).toBeLessThanOrEqual(2);
});

it('asks nothing for a request equal to the last', async () => {
  response.request(image, kernel, {});
  await settled();
  const before = seen.length;
  response.request({ ...image }, { ...kernel }, {});
  expect(seen).toHaveLength(before);
  expect(response.$response.get().status).toBe('ready');
});

it('tells a geometry that leaves no output, keeps the last answer, and goes on', async () => {
  response.request(image, kernel, {});
  await settled();
  response.request(image, filledGrid(4, 4, 1), {});
  expect(await settled()).toMatchObject({
    status: 'failed',
    grid: { values: [19, 25, 37, 43] },
    problem: { code: 'window-exceeds-image', kernel: 4, image: 3 },
  });
  response.request(image, filledGrid(1, 1, 1), {});
  expect(await settled()).toMatchObject({ status: 'ready', problem: null });
});

describe('the engine', () => {
  it('may be lost on the way', async () => {
    const engines = [await openLosableEngine(), await openLosableEngine()];
    engines[0]?.lose();
    host.dispose();
    watch(createEngineHost(() => Promise.resolve(engines.shift() ?? Promise.reject(new Error('no more')))));
    response.request(image, kernel, {});
    expect(await settled()).toMatchObject({ status: 'ready', grid: { values: [19, 25, 37, 43] } });
    expect(host.$losses.get()).toBe(1);
  });

  it('answers anew when another is chosen', async () => {
    response.request(image, kernel, {});
    await settled();
    host.choose('cpu');
    expect(response.$response.get()).toMatchObject({ status: 'pending', grid: { values: [19, 25, 37, 43] } });
    expect(await settled()).toMatchObject({ status: 'ready', grid: { values: [19, 25, 37, 43] } });
  });

  it('that failed is got past by choosing another', async () => {
    host.dispose();
    watch(
      createEngineHost((choice) =>
        choice === 'cpu' ? openEngine({ prefer: 'cpu' }) : Promise.reject(new Error('no script')),
      ),
    );
    response.request(image, kernel, {});
    expect((await settled()).status).toBe('failed');
    host.choose('cpu');
    expect(await settled()).toMatchObject({ status: 'ready', problem: null });
  });

  it('may fail to open: its own words are told', async () => {
    host.dispose();
    watch(createEngineHost(() => Promise.reject(new Error('no script'))));
    response.request(image, kernel, {});
    expect(await settled()).toMatchObject({
      status: 'failed',
      problem: { code: 'engine', detail: 'no script' },
    });
  });
});
