import { expect, test } from 'vitest';
import { bytesMoved, multiplyAdds, OPERATIONS, WORKLOADS, type Workload } from '../../src/bench/workload.ts';

function find(id: string): Workload {
  const workload = WORKLOADS.find((each) => each.id === id);
  if (workload === undefined) throw new Error(`no ${id}`);
  return workload;
}

test('every size of the work list is there, and no two have one name', () => {
  const sizes = (operation: string) =>
    WORKLOADS.filter((workload) => workload.operation === operation)
      .map(({ size, taps }) => `${size} ${taps}`)
      .sort();
  const all = ['6x8 1x2', '64 3x3', '256 3x3', '1024 3x3', '1024 7x7', '1024 15x15', '2048 5x5'];
  const large = ['4096 3x3', '4096 15x15', 'layer 3x3', 'layer 3x3 s2'];
  for (const operation of OPERATIONS.slice(0, 3)) expect(sizes(operation)).toEqual([...all, ...large].sort());
  expect(sizes('train')).toEqual(['6x8 1x2', '256 3x3', '1024 5x5'].sort());
  expect(new Set(WORKLOADS.map(({ id }) => id)).size).toBe(WORKLOADS.length);
});

test('multiply-adds are responses times taps times channels', () => {
  expect(multiplyAdds(find('forward 6x8 1x2'))).toBe(6 * 7 * 2);
  expect(multiplyAdds(find('forward 1024 15x15'))).toBe(1010 * 1010 * 225);
  expect(multiplyAdds(find('kernel-gradient layer 3x3'))).toBe(126 * 126 * 32 * 16 * 9);
  expect(multiplyAdds(find('image-gradient layer 3x3 s2'))).toBe(63 * 63 * 32 * 16 * 9);
  expect(multiplyAdds(find('train 1024 5x5'))).toBe(2 * 1020 * 1020 * 25);
});

test('bytes are those of image, kernel and response', () => {
  expect(bytesMoved(find('forward 6x8 1x2'))).toBe(4 * (48 + 2 + 42));
});

test('an operation goes from little work to much', () => {
  for (const operation of OPERATIONS) {
    const work = WORKLOADS.filter((workload) => workload.operation === operation).map(multiplyAdds);
    expect(work).toEqual([...work].sort((a, b) => a - b));
  }
});
