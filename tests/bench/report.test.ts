/** The report holds the machine, the ratios and whoever was left out. */
import { expect, test } from 'vitest';
import { makeReport } from '../../bench/report/report.ts';
import { makeTerminalTable } from '../../bench/report/terminal.ts';
import { summarise } from '../../src/bench/statistics.ts';
import { makeResult, timedAt } from './a-result.ts';

const RESULT = makeResult({
  'forward 1024 3x3': {
    'corr2d-cpu': timedAt(1.25),
    'corr2d-webgpu': timedAt(10),
    'tfjs-webgpu': timedAt(7250, { single: true }),
    'ort-wasm': timedAt(6.25, { resident: summarise([5]) }),
    'naive-ts': { status: 'wrong', reason: 'element 3 is 1, not 2 ± 0' },
    'naive-wgsl': { status: 'failed', reason: 'Error: lost' },
  },
  'train 6x8 1x2': {
    'corr2d-cpu': timedAt(0.0005, { setup: 0.25 }),
    'ort-wasm': { status: 'not-run', predicted: 15_000 },
    'tfjs-webgpu': { status: 'not-offered' },
  },
});
const REPORT = makeReport(RESULT);

test('it names the machine, the day and the contenders', () => {
  for (const text of [
    'A Processor, 2 logical cores',
    'Chromium 1',
    'soft adapter',
    '2026-11-23',
    'what ort-wasm is',
  ])
    expect(REPORT).toContain(text);
});

test('ours against the best other, its resident time beside it, and the share of both limits', () => {
  // 1022² · 9 multiply-adds at 2 GFLOP/s take 9.40 ms; 1.25 ms are 752 % of what a thread could do.
  expect(REPORT).toContain(
    '| forward 1024 3x3 | 1.25 | 1.25 … 1.25 | ort-wasm | 6.25 | 5.0 | ort-wasm 5.00: 4.0 | 752 % arith | 752 % arith |',
  );
});

test('on WebGPU against the best there, and against tfjs by name', () => {
  expect(REPORT).toMatch(/\| forward 1024 3x3 \| 10\.0 \| .* \| tfjs-webgpu \| 7250\* \| 725\* \|/);
});

test('training is told in steps a second', () => {
  expect(REPORT).toContain('| corr2d-cpu | 2.00 M, set-up 0.250 ms |');
});

test('everybody has a cell that says why it is empty', () => {
  const cells = REPORT.slice(REPORT.indexOf('## Everybody'));
  for (const text of ['| 6.25 (5.00) |', '| not run (15 s) |', '| not offered |', '| wrong |', '| failed |'])
    expect(cells).toContain(text);
  expect(REPORT).toContain('- naive-ts, forward 1024 3x3: wrong, element 3 is 1, not 2 ± 0');
  expect(REPORT).toContain('- naive-wgsl, forward 1024 3x3: failed, Error: lost');
});

test('every row of a table has as many cells as its head', () => {
  const tables = REPORT.split(/\n\n/).filter((block) => block.startsWith('|'));
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    const widths = table.split('\n').map((line) => line.split(' | ').length);
    expect(new Set(widths).size).toBe(1);
  }
});

test('the terminal says which aims were met', () => {
  expect(makeTerminalTable(RESULT)).toMatch(/ {5}met {2}CPU: training steps a second/);
});
