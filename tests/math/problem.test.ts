import { expect, it } from 'vitest';
import {
  GeometryError,
  ShapeError,
  type GeometryProblem,
  type ShapeProblem,
} from '../../src/math/problem.ts';

const geometryProblems: [GeometryProblem, string][] = [
  [
    { code: 'invalid-number', field: 'stride-y', value: 0, minimum: 1 },
    'stride-y is 0; it must be a whole number from 1',
  ],
  [
    { code: 'window-exceeds-image', axis: 'height', kernel: 5, window: 9, image: 6, available: 8 },
    'kernel height 5 (dilated 9) does not fit image height 6 (padded 8)',
  ],
  [
    { code: 'groups-do-not-divide', groups: 2, side: 'out', channels: 3 },
    'groups 2 do not divide the 3 out channels',
  ],
];

it.each(geometryProblems)('a GeometryError says what is wrong: %o', (problem, message) => {
  const error = new GeometryError(problem);
  expect(error).toMatchObject({ name: 'GeometryError', message, problem });
  expect(structuredClone(error.problem)).toEqual(problem);
});

const shapeProblems: [ShapeProblem, string][] = [
  [
    { code: 'invalid-dimension', operand: 'image', dimension: 'width', value: 0.5 },
    'image width is 0.5; it must be a whole number from 1',
  ],
  [
    { code: 'data-length', operand: 'kernel', expected: 4, actual: 3 },
    'kernel holds 3 values; its shape needs 4',
  ],
  [
    { code: 'dimension-mismatch', operand: 'target', dimension: 'channels', expected: 2, actual: 1 },
    'target channels is 1; it must be 2 here',
  ],
];

it.each(shapeProblems)('a ShapeError says what is wrong: %o', (problem, message) => {
  const error = new ShapeError(problem);
  expect(error).toMatchObject({ name: 'ShapeError', message, problem });
  expect(structuredClone(error.problem)).toEqual(problem);
});
