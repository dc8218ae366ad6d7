/** The bench's own float64 sums are the definition's, and what is wrong does not pass. */
import { describe, expect, test } from 'vitest';
import { findFault, makeExpectation } from '../../src/bench/expectation.ts';
import { naiveTypeScript } from '../../src/bench/naive-typescript.ts';
import { makeOperands } from '../../src/bench/operands.ts';
import { CHECKED_STEPS } from '../../src/bench/training-expectation.ts';
import { WORKLOADS, type Workload } from '../../src/bench/workload.ts';
import * as definition from '../../src/math/definition.ts';
import { errorBound, imageGradientErrorBound, kernelGradientErrorBound } from '../../src/math/tolerance.ts';

/** One channel, and channels with a stride, in sizes that the definition takes at once. */
const SMALL: readonly Workload[] = WORKLOADS.filter(
  ({ size, operation }) => (size === '6x8' || size === '64') && operation !== 'train',
);
const LAYERS: readonly Workload[] = WORKLOADS.filter(
  ({ size, operation }) => size === 'layer' && operation !== 'train',
).map((workload) => ({ ...workload, image: [1, 3, 9, 8], kernel: [4, 3, 3, 3] }));

function define({ operation, geometry }: Workload, operands: ReturnType<typeof makeOperands>) {
  const { image, kernel, upstream } = operands;
  const kernelSize = [kernel.shape[2], kernel.shape[3]] as const;
  const imageSize = [image.shape[2], image.shape[3]] as const;
  if (operation === 'forward')
    return [definition.correlate(image, kernel, geometry), errorBound(image, kernel, geometry)] as const;
  if (operation === 'kernel-gradient')
    return [
      definition.kernelGradient(image, upstream, kernelSize, geometry),
      kernelGradientErrorBound(image, upstream, kernelSize, geometry),
    ] as const;
  return [
    definition.imageGradient(upstream, kernel, imageSize, geometry),
    imageGradientErrorBound(upstream, kernel, imageSize, geometry),
  ] as const;
}

describe.each([...SMALL, ...LAYERS].map((workload) => [workload.id, workload] as const))(
  '%s',
  (_, workload) => {
    const operands = makeOperands(workload);
    const expected = makeExpectation(workload, operands);
    const [defined, bounds] = define(workload, operands);

    test('is checked whole, by the definition and its bounds', () => {
      expect(expected.length).toBe(defined.data.length);
      expect(expected.indices).toHaveLength(expected.length);
      for (const [i, value] of expected.values.entries()) {
        expect(value).toBeCloseTo(defined.data[i] ?? NaN, 12);
        expect(expected.bounds[i]).toBeCloseTo(bounds.data[i] ?? NaN, 15);
      }
    });

    test('passes when it is right, and not when an element is off or missing', () => {
      const right = Float32Array.from(defined.data);
      expect(findFault(right, expected)).toBeNull();
      const last = right.length - 1;
      expect(findFault(right.with(last, (right[last] ?? 0) + 1), expected)).toMatch(
        `element ${String(last)}`,
      );
      expect(findFault(right.with(0, NaN), expected)).toMatch('element 0');
      expect(findFault(right.subarray(1), expected)).toMatch('elements, not');
    });

    test('the plain loops pass', async () => {
      const job = await (await naiveTypeScript.open()).prepare(workload, operands);
      expect(findFault((await job?.run(1)) ?? [], expected)).toBeNull();
    });
  },
);

test('large work is checked at both ends and between', () => {
  const workload = WORKLOADS.find(({ id }) => id === 'forward 2048 5x5');
  if (workload === undefined) throw new Error('no such work');
  const { indices, length } = makeExpectation(workload, makeOperands(workload));
  expect([indices[0], indices.at(-1)]).toEqual([0, length - 1]);
  expect(indices.length).toBeGreaterThan(1000);
  expect(indices.length).toBeLessThan(length);
}, 20_000);

describe('training', () => {
  const workload = WORKLOADS.find(({ id }) => id === 'train 6x8 1x2');
  if (workload === undefined) throw new Error('no such work');
  const operands = makeOperands(workload);
  const expected = makeExpectation(workload, operands);

  test('the plain loops arrive at the kernel, but not in another number of steps', async () => {
    const open = await naiveTypeScript.open();
    const train = async (steps: number) => (await (await open.prepare(workload, operands))?.run(steps)) ?? [];
    expect(findFault(await train(CHECKED_STEPS), expected)).toBeNull();
    expect(findFault(await train(CHECKED_STEPS + 1), expected)).toMatch('element');
  });
});
