/** The effective field: smaller than the theoretical one, and the newest request's. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/index.ts';
import { planStack } from '../../src/math/stack/layer.ts';
import { DEFAULT_DOCUMENT, filledGrid } from '../../src/state/document.ts';
import { createEffectiveField, type EffectiveState } from '../../src/state/effective-field.ts';
import { createEngineHost, type EngineHost } from '../../src/state/engine-host.ts';
import { stackImage, makeActivation } from '../../src/state/stack.ts';
import { stackExample } from '../../src/state/stack-examples.ts';
import { createStackResponse } from '../../src/state/stack-response.ts';

let host: EngineHost;

beforeEach(() => {
  host = createEngineHost(() => openEngine({ prefer: 'cpu' }));
});

afterEach(() => {
  host.dispose();
});

async function fieldOf(
  request: Parameters<ReturnType<typeof createEffectiveField>['request']>[0],
): Promise<EffectiveState> {
  const effective = createEffectiveField(host);
  effective.request(request);
  await expect.poll(() => effective.$field.get().status).not.toBe('pending');
  return effective.$field.get();
}

it("of the article's stack is the kernel laid on itself: six of nine cells", async () => {
  const { image, layers } = DEFAULT_DOCUMENT.receptive;
  const { status, field } = await fieldOf({ image, layers, channel: 0, draws: 1 });
  expect(status).toBe('ready');
  expect(field?.gradient.values).toEqual([0, 0, 1, 0, 4, 6, 4, 12, 9]);
  // Six are past 4.55 % of 12.
  expect(field?.width).toBeCloseTo(Math.sqrt(6), 12);
});

it('of eight random layers of 3×3 is smaller than 17×17 and falls off from the middle (Luo et al. 2016)', async () => {
  const { image, layers } = stackExample('deep');
  const { field } = await fieldOf({ image, layers, channel: 0, draws: 40 });
  const values = field?.gradient.values ?? [];
  const at = (row: number, column: number) => values[row * 33 + column] ?? NaN;
  expect(field?.draws).toBe(40);
  expect(field?.width).toBeGreaterThan(8);
  expect(field?.width).toBeLessThan(16);
  expect(at(16, 16)).toBeGreaterThan(at(16, 20));
  expect(at(16, 20)).toBeGreaterThan(at(16, 23));
  // Outside the theoretical 17×17 there is nothing at all.
  const outside = values.filter(
    (_, index) => Math.abs(Math.floor(index / 33) - 16) > 8 || Math.abs((index % 33) - 16) > 8,
  );
  expect(outside.every((value) => value === 0)).toBe(true);
});

it('answers the newest request', async () => {
  const { image, layers } = DEFAULT_DOCUMENT.receptive;
  const effective = createEffectiveField(host);
  effective.request({ image, layers, channel: 0, draws: 100 });
  effective.request({ image, layers: [...layers, makeActivation('relu')], channel: 0, draws: 2 });
  await expect.poll(() => effective.$field.get().status).toBe('ready');
  expect(effective.$field.get().field?.draws).toBe(2);
});

it('feature maps answer the newest request, and keep the last ones until then', async () => {
  const { image, layers } = DEFAULT_DOCUMENT.receptive;
  const stack = createStackResponse(host);
  stack.request(image, layers);
  await expect.poll(() => stack.$levels.get().status).toBe('ready');
  for (let value = 1; value <= 20; value++) stack.request(filledGrid(3, 3, value), layers);
  expect(stack.$levels.get()).toMatchObject({ status: 'pending' });
  expect(stack.$levels.get().levels.at(-1)?.data[0]).toBe(228);
  await expect.poll(() => stack.$levels.get().status).toBe('ready');
  // 20 · (0 + 1 + 2 + 3)².
  expect(stack.$levels.get().levels.at(-1)?.data[0]).toBe(720);
  expect(stack.$levels.get().levels).toHaveLength(planStack(stackImage(image), layers).shapes.length);
});
