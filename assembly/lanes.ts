// Rows whose length is no multiple of four lanes.

// Stores the first `count` lanes, one to four.
// @ts-ignore: decorator
@inline
export function storeLanes(address: usize, lanes: v128, count: usize): void {
  if (count >= 4) {
    v128.store(address, lanes);
    return;
  }
  let rest = lanes;
  let at = address;
  if (count & 2) {
    v128.store64_lane(at, rest, 0);
    rest = i64x2.shuffle(rest, rest, 1, 1);
    at += 8;
  }
  if (count & 1) v128.store32_lane(at, rest, 0);
}

// All bits of the first `count` lanes, zero to four.
// @ts-ignore: decorator
@inline
export function laneMask(count: usize): v128 {
  return i32x4.lt_u(i32x4(0, 1, 2, 3), i32x4.splat(<i32>count));
}

// The four lanes as two float64 sums: (0 + 2, 1 + 3).
// @ts-ignore: decorator
@inline
export function widenSum(lanes: v128): v128 {
  const high = i64x2.shuffle(lanes, lanes, 1, 1);
  return f64x2.add(f64x2.promote_low_f32x4(lanes), f64x2.promote_low_f32x4(high));
}
