import { describe, expect, test } from 'vitest';
import {
  BusyError,
  DeviceLostError,
  DisposedError,
  GeometryError,
  GpuOperationError,
  LimitError,
  MethodError,
  OptimizerError,
  ShaderError,
  ShapeError,
  StepsError,
  WorkerError,
} from '../../src/engine/index.ts';
import * as errorModule from '../../src/engine/errors.ts';
import { packError, unpackError } from '../../src/engine/packed-error.ts';

const ERRORS: readonly Error[] = [
  new LimitError({ code: 'limit', resource: 'response', requested: 412, allowed: 128, unit: 'bytes' }),
  new DeviceLostError({ code: 'device-lost', reason: 'unknown', detail: 'the driver hung' }),
  new ShaderError({ code: 'shader', file: 'correlate.wgsl', line: 7, detail: 'no matching call' }),
  new DisposedError(),
  new BusyError(),
  new StepsError(NaN),
  new MethodError('newton'),
  new WorkerError('out of memory'),
  new GpuOperationError({ code: 'gpu-operation', kind: 'out-of-memory', operation: 'correlate', detail: '' }),
  new GeometryError({ code: 'invalid-number', field: 'stride-x', value: 0, minimum: 1 }),
  new ShapeError({ code: 'data-length', operand: 'kernel', expected: 4, actual: 3 }),
  new OptimizerError({ code: 'nesterov-needs-momentum', momentum: 0, dampening: 0 }),
];

/** What a worker does with an error on its way. */
function carry(error: unknown): Error {
  return unpackError(structuredClone(packError(error)));
}

describe('a named error on its way through a worker', () => {
  test.each(ERRORS.map((error) => [error.name, error] as const))(
    '%s keeps class, name, message and problem',
    (name, error) => {
      const arrived = carry(error);
      expect(arrived).not.toBe(error);
      expect(arrived.constructor).toBe(error.constructor);
      expect(arrived.name).toBe(name);
      expect(arrived.message).toBe(error.message);
      expect(arrived).toHaveProperty('problem', (error as { problem?: unknown }).problem);
    },
  );

  test('is every one that errors.ts has', () => {
    const here = new Set<unknown>(ERRORS.map(({ constructor }) => constructor));
    expect(Object.entries(errorModule).filter(([, value]) => !here.has(value))).toEqual([]);
  });
});

describe('any other', () => {
  test('keeps name and message', () => {
    const arrived = carry(new RangeError('Invalid typed array length'));
    expect([arrived.name, arrived.message]).toEqual(['RangeError', 'Invalid typed array length']);
  });

  test('becomes an error when it was none', () => {
    expect(carry('out of luck')).toMatchObject({ name: 'Error', message: 'out of luck' });
  });

  test('with a name from the prototype of objects is no named error', () => {
    expect(unpackError({ name: 'constructor', message: 'x', problem: undefined })).toBeInstanceOf(Error);
  });
});

describe('messages say which number is wrong and what would fit', () => {
  test.each([
    [ERRORS[0], 'response needs 412 bytes; 128 are allowed here'],
    [ERRORS[1], 'the GPU device was lost (unknown): the driver hung'],
    [ERRORS[2], 'correlate.wgsl:7: no matching call'],
    [ERRORS[5], 'steps is NaN; it must be a whole number from 1'],
    [ERRORS[6], 'method is newton; it must be passes or gram'],
  ])('%s', (error, message) => {
    expect(error?.message).toBe(message);
  });
});
