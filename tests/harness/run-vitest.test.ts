import { expect, test } from 'vitest';
import { judge, needsBrowser } from './run-vitest.ts';
import { summaryLine } from './summary-line.ts';

test.each([
  [[], true],
  [['tests/math'], true],
  [['--project', 'node'], false],
  [['--project=node', 'tests/math'], false],
  [['--project', 'browser'], true],
  [['--project', 'node', '--project=e2e'], true],
])('the arguments %j need a browser: %j', (args, needed) => {
  expect(needsBrowser(args)).toBe(needed);
});

test('a run without a single executed test fails', () => {
  const run = judge(0, { passed: 0, failed: 0, skipped: 3 });
  expect(run).toEqual({ passed: 0, failed: 1, skipped: 3, exitCode: 1 });
});

test('a failed run counts at least one failure, and never loses a counted one', () => {
  expect(judge(1, { passed: 7, failed: 0, skipped: 0 })).toMatchObject({ failed: 1, exitCode: 1 });
  expect(judge(0, { passed: 7, failed: 2, skipped: 0 })).toMatchObject({ failed: 2, exitCode: 1 });
});

test('a run that passed counts no failure', () => {
  expect(judge(0, { passed: 7, failed: 0, skipped: 0 })).toMatchObject({ passed: 7, failed: 0, exitCode: 0 });
});

test('the summary names the skipped tests only where there are any', () => {
  expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(summaryLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});
