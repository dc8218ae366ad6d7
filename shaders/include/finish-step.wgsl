// The end of a training step: sums of partials, the loss and the update. The pass binds what the includes and an
// update need, and `totals`, `progress`, `losses`.
// #include "include/partial-sum.wgsl"
// #include "include/progress.wgsl"

struct Totals {
  // Partials of a weight, and all sums of squares.
  chunks: u32,
  squares: u32,
  // 1 for the sum of squared errors, 1 / n for their mean.
  scale: f32,
}

// Every invocation of a workgroup runs this.
fn finish_step(group: u32, invocation: u32) {
  let weights = arrayLength(&kernel);
  let row = group * ROWS_PER_WORKGROUP + invocation / LANES;
  var count = select(0u, totals.squares, row == weights);
  if (row < weights) {
    count = totals.chunks;
  }
  let sum = partial_sum(invocation, row * totals.chunks, count);
  if (invocation % LANES != 0u) {
    return;
  }
  if (row < weights) {
    gradient[row] = 2.0 * totals.scale * sum;
    update_weight(row, progress.step);
  }
  if (row == weights) {
    losses[progress.logged - 1u] = totals.scale * sum;
  }
}
