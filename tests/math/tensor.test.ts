import { describe, expect, it } from 'vitest';
import { ShapeError } from '../../src/math/problem.ts';
import { elementCount, makeTensor, requireTensor, type Shape4 } from '../../src/math/tensor.ts';

it('counts the elements of a shape', () => {
  expect(elementCount([2, 3, 5, 7])).toBe(210);
});

it('makes a float32 tensor of its own from any list', () => {
  const values = [0.1, 2];
  const tensor = makeTensor([1, 1, 1, 2], values);
  values[1] = 9;
  expect(tensor).toEqual({ shape: [1, 1, 1, 2], data: Float32Array.of(0.1, 2) });
  const source = Float32Array.of(1);
  expect(makeTensor([1, 1, 1, 1], source).data).not.toBe(source);
});

describe('a tensor that cannot be', () => {
  it.each<[Shape4, dimension: string, value: number]>([
    [[0, 1, 1, 1], 'batch', 0],
    [[1, 1.5, 1, 1], 'channels', 1.5],
    [[1, 1, -1, -1], 'height', -1],
    [[1, 1, 1, NaN], 'width', NaN],
  ])('has a dimension of no whole number: %j', (shape, dimension, value) => {
    expect(problemOf(shape, [1])).toEqual({ code: 'invalid-dimension', operand: 'kernel', dimension, value });
  });

  it.each([[[1, 2, 3]], [[1, 2, 3, 4, 5]]])('has too few or too many values: %j', (data) => {
    const actual = data.length;
    const problem = { code: 'data-length', operand: 'kernel', expected: 4, actual };
    expect(problemOf([1, 1, 2, 2], data)).toEqual(problem);
    expect(() => makeTensor([1, 1, 2, 2], data)).toThrow(ShapeError);
  });
});

function problemOf(shape: Shape4, data: readonly number[]): unknown {
  try {
    requireTensor({ shape, data }, 'kernel');
  } catch (error) {
    if (error instanceof ShapeError) return error.problem;
  }
  return null;
}
