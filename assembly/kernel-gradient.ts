// dL/dkernel of one pair of channels: float32 products summed along a row, in four lanes, and the rows in float64.
import { laneMask, widenSum } from './lanes';
import { multiplyAdd } from './multiply-add';

// Up to three kernel rows by four columns at a time, each with a pair of float64 lanes, in this module's own memory.
const sums = memory.data(12 * 16, 16);

// Cells that are summed in float32, a quarter of them in each lane.
const RUN_CELLS: usize = 256;

// Bytes of `sums` from kernel row to kernel row.
const SUMS_ROW: usize = 4 * 16;

// Adds to `gradient` [kernelHeight, kernelWidth] float64 what the rows [rows, columns] of `upstream` (dense) give.
// The window of the first element starts at `image`, those of a row one cell apart and those of the next `imageRow`
// bytes further; kernel rows are `kernelRow` bytes apart, columns as `columnOffsets` [kernelWidth rounded up to a
// multiple of four, and four more] says, in bytes. Reads up to three cells past a row of windows.
export function addKernelGradient(
  image: usize,
  imageRow: usize,
  kernelRow: usize,
  columnOffsets: usize,
  kernelHeight: usize,
  kernelWidth: usize,
  upstream: usize,
  rows: usize,
  columns: usize,
  gradient: usize,
): void {
  // Neighbouring kernel rows meet the same image row one upstream row apart.
  const isDense = imageRow == kernelRow && rows > 1;
  // Nine sums in flight, where no block has four columns.
  const hasThrees = kernelWidth <= 3 || kernelWidth == 5 || kernelWidth == 6;
  // Rows that are summed before their lanes go to float64: short ones together, up to as many cells as a middling row has.
  const run = max<usize>(1, RUN_CELLS / columns);
  for (let i: usize = 0; i < kernelHeight; ) {
    const restRows = kernelHeight - i;
    const isTriple = isDense && hasThrees && restRows >= 3 && (restRows & 1) == 1;
    const height: usize = isTriple ? 3 : min<usize>(2, restRows);
    const from = image + i * kernelRow;
    for (let j: usize = 0; j < kernelWidth; ) {
      // A rest of five is three and two; a rest of two wastes one column, not two.
      const rest = kernelWidth - j;
      const width: usize = rest == 4 || rest >= 7 ? 4 : 3;
      const offsets = columnOffsets + j * 4;
      memory.fill(sums, 0, 12 * 16);
      if (isTriple) {
        addRowTriples(from, imageRow, offsets, upstream, rows, columns, run);
      } else if (height == 2 && isDense) {
        if (width == 4) addRowPairs(from, imageRow, offsets, upstream, rows, columns, run, true);
        else addRowPairs(from, imageRow, offsets, upstream, rows, columns, run, false);
      } else if (height == 2) {
        for (let row: usize = 0; row < rows; row += run) {
          const count = min(run, rows - row);
          addRowsApart(from + row * imageRow, imageRow, kernelRow, offsets, upstream + row * columns * 4, count, columns);
        }
      } else {
        for (let row: usize = 0; row < rows; row += run) {
          const count = min(run, rows - row);
          addRows(from + row * imageRow, imageRow, offsets, upstream + row * columns * 4, count, columns, sums);
        }
      }
      const inside = min(width, rest);
      for (let below: usize = 0; below < height; below++) {
        addSums(sums + below * SUMS_ROW, gradient + ((i + below) * kernelWidth + j) * 8, inside);
      }
      j += width;
    }
    i += height;
  }
}

// The outermost image rows meet one kernel row, those next to them two.
function addRowTriples(
  image: usize,
  imageRow: usize,
  offsets: usize,
  upstream: usize,
  rows: usize,
  columns: usize,
  run: usize,
): void {
  const upstreamRow: usize = columns * 4;
  const lastUpstream = upstream + (rows - 1) * upstreamRow;
  addRows(image, imageRow, offsets, upstream, 2, columns, sums);
  addRows(image + imageRow, imageRow, offsets, upstream, 1, columns, sums + SUMS_ROW);
  for (let row: usize = 2; row < rows; row += run) {
    const count = min(run, rows - row);
    addRowTripleRun(image + row * imageRow, imageRow, offsets, upstream + row * upstreamRow, count, columns);
  }
  const last = image + rows * imageRow;
  addRows(last, imageRow, offsets, lastUpstream, 1, columns, sums + SUMS_ROW);
  addRows(last, imageRow, offsets, lastUpstream - upstreamRow, 2, columns, sums + 2 * SUMS_ROW);
}

// Each of `rows` image rows with its upstream row for the upper of three kernel rows and those before it for the others.
// @ts-ignore: decorator
@inline
function addRowTripleRun(
  image: usize, imageRow: usize, offsets: usize, upstream: usize, rows: usize, columns: usize,
): void {
  const upstreamRow: usize = columns * 4;
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0;
  let b0 = a0, b1 = a0, b2 = a0;
  let c0 = a0, c1 = a0, c2 = a0;
  let from = image;
  let at = upstream;
  for (let row: usize = 0; row < rows; row++) {
    let x0 = from + load<u32>(offsets);
    let x1 = from + load<u32>(offsets, 4);
    let x2 = from + load<u32>(offsets, 8);
    let u = at;
    const end = at + (columns & ~3) * 4;
    while (u < end) {
      const p = v128.load(u), q = v128.load(u - upstreamRow), r = v128.load(u - 2 * upstreamRow);
      let x = v128.load(x0);
      a0 = multiplyAdd(a0, x, p);
      b0 = multiplyAdd(b0, x, q);
      c0 = multiplyAdd(c0, x, r);
      x = v128.load(x1);
      a1 = multiplyAdd(a1, x, p);
      b1 = multiplyAdd(b1, x, q);
      c1 = multiplyAdd(c1, x, r);
      x = v128.load(x2);
      a2 = multiplyAdd(a2, x, p);
      b2 = multiplyAdd(b2, x, q);
      c2 = multiplyAdd(c2, x, r);
      u += 16;
      x0 += 16;
      x1 += 16;
      x2 += 16;
    }
    if (columns & 3) {
      const mask = laneMask(columns & 3);
      const p = v128.and(mask, v128.load(u)), q = v128.and(mask, v128.load(u - upstreamRow));
      const r = v128.and(mask, v128.load(u - 2 * upstreamRow));
      let x = v128.and(mask, v128.load(x0));
      a0 = multiplyAdd(a0, x, p);
      b0 = multiplyAdd(b0, x, q);
      c0 = multiplyAdd(c0, x, r);
      x = v128.and(mask, v128.load(x1));
      a1 = multiplyAdd(a1, x, p);
      b1 = multiplyAdd(b1, x, q);
      c1 = multiplyAdd(c1, x, r);
      x = v128.and(mask, v128.load(x2));
      a2 = multiplyAdd(a2, x, p);
      b2 = multiplyAdd(b2, x, q);
      c2 = multiplyAdd(c2, x, r);
    }
    from += imageRow;
    at += columns * 4;
  }
  addTo(sums, a0);
  addTo(sums + 16, a1);
  addTo(sums + 32, a2);
  addTo(sums + 64, b0);
  addTo(sums + 80, b1);
  addTo(sums + 96, b2);
  addTo(sums + 128, c0);
  addTo(sums + 144, c1);
  addTo(sums + 160, c2);
}

// Each of `rows` upstream rows with two image rows, `kernelRow` bytes apart, for two kernel rows.
function addRowsApart(
  image: usize, imageRow: usize, kernelRow: usize, offsets: usize, upstream: usize, rows: usize, columns: usize,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let from = image;
  let at = upstream;
  for (let row: usize = 0; row < rows; row++) {
    let x0 = from + load<u32>(offsets);
    let x1 = from + load<u32>(offsets, 4);
    let x2 = from + load<u32>(offsets, 8);
    let x3 = from + load<u32>(offsets, 12);
    let u = at;
    const end = at + (columns & ~3) * 4;
    while (u < end) {
      const p = v128.load(u);
      a0 = multiplyAdd(a0, v128.load(x0), p);
      b0 = multiplyAdd(b0, v128.load(x0 + kernelRow), p);
      a1 = multiplyAdd(a1, v128.load(x1), p);
      b1 = multiplyAdd(b1, v128.load(x1 + kernelRow), p);
      a2 = multiplyAdd(a2, v128.load(x2), p);
      b2 = multiplyAdd(b2, v128.load(x2 + kernelRow), p);
      a3 = multiplyAdd(a3, v128.load(x3), p);
      b3 = multiplyAdd(b3, v128.load(x3 + kernelRow), p);
      u += 16;
      x0 += 16;
      x1 += 16;
      x2 += 16;
      x3 += 16;
    }
    if (columns & 3) {
      const mask = laneMask(columns & 3);
      const p = v128.and(mask, v128.load(u));
      a0 = multiplyAdd(a0, v128.and(mask, v128.load(x0)), p);
      b0 = multiplyAdd(b0, v128.and(mask, v128.load(x0 + kernelRow)), p);
      a1 = multiplyAdd(a1, v128.and(mask, v128.load(x1)), p);
      b1 = multiplyAdd(b1, v128.and(mask, v128.load(x1 + kernelRow)), p);
      a2 = multiplyAdd(a2, v128.and(mask, v128.load(x2)), p);
      b2 = multiplyAdd(b2, v128.and(mask, v128.load(x2 + kernelRow)), p);
      a3 = multiplyAdd(a3, v128.and(mask, v128.load(x3)), p);
      b3 = multiplyAdd(b3, v128.and(mask, v128.load(x3 + kernelRow)), p);
    }
    from += imageRow;
    at += columns * 4;
  }
  addTo(sums, a0);
  addTo(sums + 16, a1);
  addTo(sums + 32, a2);
  addTo(sums + 48, a3);
  addTo(sums + 64, b0);
  addTo(sums + 80, b1);
  addTo(sums + 96, b2);
  addTo(sums + 112, b3);
}

// The first image row meets the upper kernel row alone, the last one the lower.
// @ts-ignore: decorator
@inline
function addRowPairs(
  image: usize, imageRow: usize, offsets: usize, upstream: usize, rows: usize, columns: usize, run: usize,
  four: bool,
): void {
  const upstreamRow: usize = columns * 4;
  addRows(image, imageRow, offsets, upstream, 1, columns, sums);
  for (let row: usize = 1; row < rows; row += run) {
    const count = min(run, rows - row);
    addRowPairRun(image + row * imageRow, imageRow, offsets, upstream + row * upstreamRow, count, columns, four);
  }
  addRows(image + rows * imageRow, imageRow, offsets, upstream + (rows - 1) * upstreamRow, 1, columns, sums + SUMS_ROW);
}

// Each of `rows` image rows with its upstream row for the upper kernel row and the one before for the lower.
// @ts-ignore: decorator
@inline
function addRowPairRun(
  image: usize, imageRow: usize, offsets: usize, upstream: usize, rows: usize, columns: usize, four: bool,
): void {
  const upstreamRow: usize = columns * 4;
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let from = image;
  let at = upstream;
  for (let row: usize = 0; row < rows; row++) {
    let x0 = from + load<u32>(offsets);
    let x1 = from + load<u32>(offsets, 4);
    let x2 = from + load<u32>(offsets, 8);
    let x3 = from + load<u32>(offsets, 12);
    let u = at;
    const end = at + (columns & ~3) * 4;
    while (u < end) {
      const p = v128.load(u), q = v128.load(u - upstreamRow);
      const c0 = v128.load(x0), c1 = v128.load(x1), c2 = v128.load(x2);
      a0 = multiplyAdd(a0, c0, p);
      a1 = multiplyAdd(a1, c1, p);
      a2 = multiplyAdd(a2, c2, p);
      b0 = multiplyAdd(b0, c0, q);
      b1 = multiplyAdd(b1, c1, q);
      b2 = multiplyAdd(b2, c2, q);
      if (four) {
        const c3 = v128.load(x3);
        a3 = multiplyAdd(a3, c3, p);
        b3 = multiplyAdd(b3, c3, q);
        x3 += 16;
      }
      u += 16;
      x0 += 16;
      x1 += 16;
      x2 += 16;
    }
    if (columns & 3) {
      const mask = laneMask(columns & 3);
      const p = v128.and(mask, v128.load(u)), q = v128.and(mask, v128.load(u - upstreamRow));
      const c0 = v128.and(mask, v128.load(x0)), c1 = v128.and(mask, v128.load(x1));
      const c2 = v128.and(mask, v128.load(x2));
      a0 = multiplyAdd(a0, c0, p);
      a1 = multiplyAdd(a1, c1, p);
      a2 = multiplyAdd(a2, c2, p);
      b0 = multiplyAdd(b0, c0, q);
      b1 = multiplyAdd(b1, c1, q);
      b2 = multiplyAdd(b2, c2, q);
      if (four) {
        const c3 = v128.and(mask, v128.load(x3));
        a3 = multiplyAdd(a3, c3, p);
        b3 = multiplyAdd(b3, c3, q);
      }
    }
    from += imageRow;
    at += columns * 4;
  }
  addTo(sums, a0);
  addTo(sums + 16, a1);
  addTo(sums + 32, a2);
  addTo(sums + 64, b0);
  addTo(sums + 80, b1);
  addTo(sums + 96, b2);
  if (four) {
    addTo(sums + 48, a3);
    addTo(sums + 112, b3);
  }
}

// Each of `rows` image rows with its upstream row, for one kernel row.
function addRows(
  image: usize, imageRow: usize, offsets: usize, upstream: usize, rows: usize, columns: usize, to: usize,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let from = image;
  let at = upstream;
  for (let row: usize = 0; row < rows; row++) {
    let x0 = from + load<u32>(offsets);
    let x1 = from + load<u32>(offsets, 4);
    let x2 = from + load<u32>(offsets, 8);
    let x3 = from + load<u32>(offsets, 12);
    let u = at;
    const end = at + (columns & ~3) * 4;
    while (u < end) {
      const p = v128.load(u);
      a0 = multiplyAdd(a0, v128.load(x0), p);
      a1 = multiplyAdd(a1, v128.load(x1), p);
      a2 = multiplyAdd(a2, v128.load(x2), p);
      a3 = multiplyAdd(a3, v128.load(x3), p);
      u += 16;
      x0 += 16;
      x1 += 16;
      x2 += 16;
      x3 += 16;
    }
    if (columns & 3) {
      const mask = laneMask(columns & 3);
      const p = v128.and(mask, v128.load(u));
      a0 = multiplyAdd(a0, v128.and(mask, v128.load(x0)), p);
      a1 = multiplyAdd(a1, v128.and(mask, v128.load(x1)), p);
      a2 = multiplyAdd(a2, v128.and(mask, v128.load(x2)), p);
      a3 = multiplyAdd(a3, v128.and(mask, v128.load(x3)), p);
    }
    from += imageRow;
    at += columns * 4;
  }
  addTo(to, a0);
  addTo(to + 16, a1);
  addTo(to + 32, a2);
  addTo(to + 48, a3);
}

// @ts-ignore: decorator
@inline
function addTo(sum: usize, lanes: v128): void {
  v128.store(sum, f64x2.add(v128.load(sum), widenSum(lanes)));
}

function addSums(from: usize, gradient: usize, count: usize): void {
  for (let j: usize = 0; j < count; j++) {
    const pair = v128.load(from + j * 16);
    const at = gradient + j * 8;
    store<f64>(at, load<f64>(at) + (f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1)));
  }
}
