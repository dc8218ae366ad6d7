/** The bench page in words. */
import { msg, str } from '@lit/localize';
import type { LimitKey } from '../../bench/limits/limits-table.ts';
import { formatTime } from '../../bench/outcome-text.ts';
import type { ContenderInfo, Outcome } from '../../bench/result.ts';
import type { Operation, Workload } from '../../bench/workload.ts';

export function operationText(operation: Operation): string {
  switch (operation) {
    case 'forward':
      return msg('Response');
    case 'kernel-gradient':
      return msg('Kernel gradient');
    case 'image-gradient':
      return msg('Image gradient');
    case 'train':
      return msg('A training step');
  }
}

/** `1024 × 1024, kernel 3 × 3`. */
export function workloadText({ image, kernel, geometry }: Workload): string {
  const size = `${String(image[2])} × ${String(image[3])}`;
  const taps = `${String(kernel[2])} × ${String(kernel[3])}`;
  if (image[1] === 1) return msg(str`${size}, kernel ${taps}`);
  const [from, to] = [String(image[1]), String(kernel[0])];
  const stride = String(geometry.stride?.[0] ?? 1);
  return msg(str`${size}, ${from} → ${to} channels, kernel ${taps}, stride ${stride}`);
}

/** A column of the table. */
export function contenderText({ name }: Pick<ContenderInfo, 'name'>): string {
  switch (name) {
    case 'corr2d-cpu':
      return msg('CPU');
    case 'corr2d-gram':
      return msg('CPU, normal equations');
    case 'corr2d-webgpu':
      return 'WebGPU';
    default:
      return msg('Plain loops');
  }
}

export function outcomeWords(outcome: Outcome): string {
  switch (outcome.status) {
    case 'timed':
      return durationText(outcome.endToEnd.median);
    case 'not-offered':
      return '–';
    case 'not-run':
      return msg(str`not run: would take ${(outcome.predicted / 1000).toFixed(0)} s`);
    case 'wrong':
      return msg(str`wrong: ${outcome.reason}`);
    case 'failed':
      return msg(str`failed: ${outcome.reason}`);
  }
}

/** In milliseconds, microseconds below a tenth of one, nanoseconds below a tenth of that. */
function durationText(milliseconds: number): string {
  if (milliseconds >= 0.1) return `${formatTime(milliseconds)} ms`;
  if (milliseconds >= 0.0001) return `${formatTime(milliseconds * 1e3)} µs`;
  return `${formatTime(milliseconds * 1e6)} ns`;
}

/** The instructions keep their names. */
export function limitText(key: LimitKey): string {
  switch (key) {
    case 'thread-mul-add':
      return msg('One thread, f32x4.mul and f32x4.add');
    case 'thread-relaxed':
      return msg('One thread, f32x4.relaxed_madd');
    case 'cores-mul-add':
      return msg('All cores, f32x4.mul and f32x4.add');
    case 'cores-relaxed':
      return msg('All cores, f32x4.relaxed_madd');
    case 'copy-small':
      return msg('Copying 1 MiB in memory');
    case 'copy-large':
      return msg('Copying 64 MiB in memory');
    case 'gpu-fma':
      return msg('WebGPU, fma');
    case 'gpu-mul-add':
      return msg('WebGPU, multiply and add');
    case 'gpu-copy':
      return msg('WebGPU, copying between buffers');
    case 'gpu-dispatch':
      return msg('WebGPU, an empty dispatch');
    case 'gpu-read-back':
      return msg('WebGPU, a dispatch and its result fetched');
  }
}
