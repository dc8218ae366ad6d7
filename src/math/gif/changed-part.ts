/** What a frame changes: the smallest rectangle that holds every pixel unlike the frame before. */
import type { GifFrame } from './gif.ts';

/** `before` null for a first frame; a frame that changes nothing is one pixel large. Both row-major, `width` wide. */
export function changedPart(
  before: Uint8Array | null,
  now: Uint8Array,
  width: number,
  height: number,
): Omit<GifFrame, 'delay'> {
  if (!before) return { left: 0, top: 0, width, height, indices: now };
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 0; at < now.length; at++) {
    if (before[at] === now[at]) continue;
    const [row, column] = [Math.floor(at / width), at % width];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  if (right < 0) return { left: 0, top: 0, width: 1, height: 1, indices: now.slice(0, 1) };
  return cutOut(now, width, { left, top, width: right - left + 1, height: bottom - top + 1 });
}

function cutOut(
  pixels: Uint8Array,
  stride: number,
  part: Pick<GifFrame, 'left' | 'top' | 'width' | 'height'>,
): Omit<GifFrame, 'delay'> {
  const indices = new Uint8Array(part.width * part.height);
  for (let row = 0; row < part.height; row++) {
    const start = (part.top + row) * stride + part.left;
    indices.set(pixels.subarray(start, start + part.width), row * part.width);
  }
  return { ...part, indices };
}
