/** Aims are judged by the worst case of a run. */
import { describe, expect, test } from 'vitest';
import {
  findingText,
  judge,
  judgeLongRun,
  judgePainting,
  judgeSession,
  type Finding,
} from '../../bench/report/targets.ts';
import { summarise } from '../../src/bench/statistics.ts';
import { makeResult, timedAt } from './a-result.ts';

function findingOf(result: ReturnType<typeof makeResult>, beginning: string): Finding {
  const finding = judge(result).find(({ aim }) => aim.startsWith(beginning));
  if (finding === undefined) throw new Error(`no aim begins with ${beginning}`);
  return finding;
}

describe('against the best other', () => {
  const AIM = 'CPU: forward, kernels to 7×7';
  const result = (large: number) =>
    makeResult({
      'forward 1024 3x3': { 'corr2d-cpu': timedAt(1), 'ort-wasm': timedAt(6), 'naive-ts': timedAt(60) },
      'forward 1024 7x7': { 'corr2d-cpu': timedAt(5), 'ort-wasm': timedAt(large), 'naive-ts': timedAt(200) },
    });

  test('met, with the least ratio and where it is', () => {
    expect(findingOf(result(20), AIM)).toMatchObject({ met: true });
    expect(findingOf(result(20), AIM).seen).toMatch('4.0× at forward 1024 7x7 (corr2d-cpu against ort-wasm)');
  });

  test('not met by a hair', () => {
    expect(findingOf(result(19.9), AIM)).toMatchObject({ met: false });
  });

  test('not measured is neither', () => {
    expect(findingOf(makeResult({}), AIM)).toMatchObject({ met: null, seen: 'not measured' });
  });
});

test('no size where another wins looks at all work and the fastest of ours', () => {
  const AIM = 'No size where another wins';
  const train = { 'corr2d-cpu': timedAt(2), 'corr2d-webgpu': timedAt(1), 'ort-wasm': timedAt(1.5) };
  expect(findingOf(makeResult({ 'train 256 3x3': train }), AIM).met).toBe(true);
  const lost = { 'corr2d-cpu': timedAt(2), 'naive-ts': timedAt(1.9) };
  expect(findingOf(makeResult({ 'train 256 3x3': train, 'forward 64 3x3': lost }), AIM)).toMatchObject({
    met: false,
    seen: expect.stringContaining('forward 64 3x3 (corr2d-cpu against naive-ts)') as string,
  });
});

test('a peer too slow to run counts by its prediction, and the report says so', () => {
  const slow = { status: 'not-run', predicted: 40_000 } as const;
  const finding = findingOf(
    makeResult({ 'forward 1024 3x3': { 'corr2d-webgpu': timedAt(100), 'tfjs-webgpu': slow } }),
    'GPU: forward at 1024², 3×3',
  );
  expect(finding).toMatchObject({ met: true });
  expect(finding.seen).toMatch('400× at forward 1024 3x3 (predicted');
});

test('the share of a limit is multiply-adds twice over the best rate', () => {
  // 1018² · 49 multiply-adds at 2 GFLOP/s take 50.78 ms.
  const at = (time: number) =>
    findingOf(
      makeResult({ 'forward 1024 7x7': { 'corr2d-cpu': timedAt(time) } }),
      'CPU: forward and kernel gradient from 7×7',
    );
  expect(at(101).met).toBe(true);
  expect(at(102).met).toBe(false);
  expect(at(101.56).seen).toMatch(/^50 % at forward 1024 7x7/);
});

test('with resident operands, resident times are compared', () => {
  const resident = (time: number) => timedAt(1000, { resident: summarise([time]) });
  const outcomes = { 'corr2d-webgpu': resident(2), 'naive-wgsl': resident(16) };
  const aim = 'GPU, operands resident on both sides: both at 1024²';
  expect(findingOf(makeResult({ 'forward 1024 3x3': outcomes }), aim)).toMatchObject({ met: true });
  expect(findingOf(makeResult({ 'forward 1024 3x3': outcomes }), aim).seen).toMatch('8.0×');
  expect(
    findingOf(
      makeResult({ 'forward 1024 3x3': outcomes }),
      'GPU: forward and kernel gradient at 1024², against naive',
    ).met,
  ).toBe(false);
});

test('steps a second', () => {
  const at = (time: number) =>
    findingOf(makeResult({ 'train 6x8 1x2': { 'corr2d-cpu': timedAt(time) } }), 'CPU: training steps');
  expect(at(0.0005)).toMatchObject({ met: true });
  expect(at(0.0005).seen).toMatch('2.00e+6');
  expect(at(0.002).met).toBe(false);
});

test('a stroke is judged by its frames, its inputs and the feature maps, where there are some', () => {
  const what = 'painting';
  const maps = { inFrame: 0.95 };
  const good = { what, frames: { onTime: 0.95 }, latency: { median: 33 }, maps };
  expect(judgePainting(good).map(({ met, seen }) => [met, seen])).toEqual([
    [true, '95 %'],
    [true, '33.0 ms (median)'],
    [true, '95 %'],
  ]);
  const bad = { what, frames: { onTime: 0.94 }, latency: { median: 34 }, maps: { inFrame: 0.94 } };
  expect(judgePainting(bad).map(({ met }) => met)).toEqual([false, false, false]);
  expect(judgePainting(bad).map(findingText)[2]).toMatch(/^ NOT MET {2}CPU: painting, .*feature maps/);
  expect(judgePainting({ ...good, maps: null })).toHaveLength(2);
});

test('a session may take half as long again as its engine', () => {
  const times = { kind: 'webgpu', session: 15, alone: 10 };
  expect(judgeSession(times)).toMatchObject({ met: true, seen: '1.5 times' });
  expect(findingText(judgeSession({ ...times, session: 15.1 }))).toMatch(
    /^ NOT MET {2}GPU: a learning session/,
  );
  expect(judgeSession({ kind: 'cpu', session: 0.03, alone: 12 })).toMatchObject({
    met: true,
    seen: '0.0025 times',
  });
});

test('a long run keeps its frames where nearly all are shorter than two', () => {
  expect(judgeLongRun(33.3)).toMatchObject({ met: true, seen: '33.3 ms' });
  expect(findingText(judgeLongRun(33.4))).toMatch(/^ NOT MET {2}CPU: a run of 10 000 steps/);
});
