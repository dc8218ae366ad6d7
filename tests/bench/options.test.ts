import { describe, expect, test } from 'vitest';
import { isSelected, OptionError, readOptions } from '../../bench/harness/options.ts';
import { WORKLOADS } from '../../src/bench/workload.ts';

describe('what is measured', () => {
  const ids = (...args: string[]) => readOptions(args).workloads.map(({ id }) => id);

  test('everything, when nothing is said', () => {
    expect(ids()).toHaveLength(WORKLOADS.length);
  });

  test('sizes, with their kernels or with one', () => {
    expect(ids('--sizes', '1024:7x7,6x8', '--work', 'forward')).toEqual([
      'forward 6x8 1x2',
      'forward 1024 7x7',
    ]);
    expect(ids('--sizes=1024', '--work=train')).toEqual(['train 1024 5x5']);
    expect(ids('--sizes', 'layer:3x3 s2', '--work', 'forward')).toEqual(['forward layer 3x3 s2']);
  });
});

test('names of contenders are beginnings', () => {
  expect(readOptions(['--engines', 'tfjs, naive-ts']).engines).toEqual(['tfjs', 'naive-ts']);
  expect(isSelected('tfjs-wasm', ['tfjs'])).toBe(true);
  expect(isSelected('ort-wasm', ['tfjs'])).toBe(false);
  expect(isSelected('ort-wasm', [])).toBe(true);
});

test('only a complete run writes the results unasked', () => {
  expect(readOptions([]).markdown).toBe('bench/RESULTS.md');
  expect(readOptions(['--quick']).markdown).toBeNull();
  expect(readOptions(['--sizes', '64']).markdown).toBeNull();
  expect(readOptions(['--engines', 'corr2d']).markdown).toBeNull();
  expect(readOptions(['--quick', '--out', 'a.md', '--json', 'a.json'])).toMatchObject({
    markdown: 'a.md',
    json: 'a.json',
  });
});

test('what the page does is measured by itself', () => {
  const { painting, learning } = readOptions(['--learning']);
  expect({ painting, learning }).toEqual({ painting: false, learning: true });
});

test('rounds replace those of the mode', () => {
  expect(readOptions(['--rounds', '3']).settings.rounds).toBe(3);
  expect(readOptions(['--quick']).settings.rounds).toBeLessThan(readOptions([]).settings.rounds);
});

test.each([
  [['--rounds', '0'], '--rounds is 0'],
  [['--rounds', 'many'], '--rounds is many'],
  [['--sizes', '65'], '--sizes knows no 65'],
  [['--work', 'backward'], '--work knows no backward'],
  [['--sizes', '64', '--work', 'train'], 'No workload'],
  [['--fast'], '--fast'],
])('%j is refused, and it says why', (args, reason) => {
  expect(() => readOptions(args)).toThrow(OptionError);
  expect(() => readOptions(args)).toThrow(reason);
});
