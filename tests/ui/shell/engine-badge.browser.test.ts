import { afterEach, describe, expect, test } from 'vitest';
import type { CallCost, EngineInfo, Fallback } from '../../../src/engine/index.ts';
import type { EngineChoice } from '../../../src/state/engine-host.ts';
import '../../../src/ui/shell/engine-badge.ts';
import { switchLocale, type Locale } from '../../../src/ui/shell/locale.ts';
import { detailsOf, mount, part } from '../mount.ts';

const GPU: EngineInfo = { kind: 'webgpu', adapter: 'a card', fallback: null };
const CPU: EngineInfo = { kind: 'cpu', adapter: 'a processor', fallback: null };
const COST: CallCost = { callMs: 0.41234, cpuMultiplyAddsPerSecond: 1e9, crossover: 412_345 };

const badge = (
  info: EngineInfo | null,
  choice: EngineChoice = 'auto',
  cost: CallCost | null = null,
  locale: Locale = 'en',
  multiplyAdds = 84,
) => mount('corr2d-engine-badge', { engine: { info, choice, cost, multiplyAdds }, locale });
const textsOf = (element: Element) =>
  Array.from(element.shadowRoot?.querySelectorAll('p') ?? [], (p) => p.textContent.trim());
const fallenBack = (reason: Fallback['reason']): EngineInfo => ({ ...CPU, fallback: { reason, detail: '' } });

afterEach(() => switchLocale('en'));

describe('the badge says what was picked, and why', () => {
  test.each<[EngineInfo, EngineChoice, string]>([
    [GPU, 'auto', 'There is a hardware graphics adapter, so the GPU computes, by WebGPU.'],
    [GPU, 'webgpu', 'Responses and gradients are computed on the GPU, by WebGPU, as chosen.'],
    [CPU, 'cpu', 'Responses and gradients are computed on the CPU, as chosen.'],
    [
      fallenBack('no-webgpu'),
      'auto',
      'This browser has no WebGPU, so the CPU computes. The results are the same.',
    ],
    [
      fallenBack('software-adapter'),
      'auto',
      'The only WebGPU adapter here is emulated in software; the CPU computes faster.',
    ],
    [
      fallenBack('device-lost'),
      'webgpu',
      'The GPU was lost repeatedly, so the CPU computes for the rest of this visit.',
    ],
  ])('%o by %s', async (info, choice, expected) => {
    expect(textsOf(await badge(info, choice))).toEqual([expected, info.adapter]);
  });

  test('nothing while it is being opened', async () => {
    const element = await badge(null);
    expect(textsOf(element)).toEqual([]);
    // No wider than the names that will stand there, but read as what it is.
    expect(part(element, '.badge').textContent.trim()).toBe('…');
    expect(part(element, '.badge').getAttribute('aria-label')).toBe('Engine: Opening…');
  });

  test('and a choice is told', async () => {
    const element = await badge(GPU);
    const told = detailsOf(element, 'engine-chosen');
    element.shadowRoot?.querySelectorAll('input')[2]?.click();
    expect(told).toEqual(['cpu']);
  });
});

describe('the cost of a call, beside what the scene needs', () => {
  const costOf = async (cost: CallCost, locale: Locale, needed: number) =>
    textsOf(await badge(GPU, 'auto', cost, locale, needed)).at(-1);

  test('with the size from which on the GPU is sooner, to two digits', async () => {
    expect(await costOf(COST, 'en', 84)).toBe(
      'A call to the GPU takes about 0.41 ms before it computes anything. Below about 410,000 multiply-adds the CPU is done sooner; this scene needs 84.',
    );
  });

  test('with large sizes in words', async () => {
    const cost = { ...COST, callMs: 12.6, crossover: 23_456_789 };
    expect(await costOf(cost, 'en', 1_612_345)).toBe(
      'A call to the GPU takes about 13 ms before it computes anything. Below about 23 million multiply-adds the CPU is done sooner; this scene needs 1.61 million.',
    );
  });

  test('without a size where the CPU is sooner at any', async () => {
    expect(await costOf({ ...COST, crossover: null }, 'en', 84)).toMatch(
      /no faster than the CPU: the CPU is done sooner at any size\. This scene needs 84 multiply-adds\.$/,
    );
  });

  describe('in Chinese', () => {
    test('with numbers as Chinese writes them', async () => {
      await switchLocale('zh-CN');
      const cost = { ...COST, crossover: 23_456_789 };
      expect(await costOf(cost, 'zh-CN', 84)).toBe(
        '每调用一次 GPU，还没开始计算就要花大约 0.41 毫秒。乘加运算少于约 2300万 次时，CPU 会先算完；这一节需要 84 次。',
      );
    });
  });
});
