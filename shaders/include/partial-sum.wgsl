// #include "include/workgroup.wgsl"

// Invocations that sum one row of partials together: one where barriers are dear, a whole workgroup where they are not.
const LANES = 1u;
const ROWS_PER_WORKGROUP = WORKGROUP_SIZE / LANES;

// Each serial sum is split among this many addends.
const ADDENDS = 8u;

var<workgroup> lane_sums: array<f32, WORKGROUP_SIZE>;

// The row of partials that an invocation works on, of `count` values from `first`: the sum, in a fixed order, for its
// lane 0. Needs uniform control flow; `partials` is bound by the pass.
fn partial_sum(invocation: u32, first: u32, count: u32) -> f32 {
  let lane = invocation % LANES;
  var sums: array<f32, ADDENDS>;
  for (var start = 0u; start < count; start += LANES * ADDENDS) {
    for (var addend = 0u; addend < ADDENDS; addend++) { // #unroll
      let at = start + addend * LANES + lane;
      if (at < count) {
        sums[addend] += partials[first + at];
      }
    }
  }
  let sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
  if (LANES == 1u) {
    return sum;
  }
  lane_sums[invocation] = sum;
  workgroupBarrier();
  var total = 0.0;
  if (lane == 0u) {
    for (var other = 0u; other < LANES; other++) {
      total += lane_sums[invocation + other];
    }
  }
  return total;
}
