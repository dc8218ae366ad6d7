// One workgroup sums the partial losses, logs the loss of this step and counts the step.
// #include "include/tree-sum.wgsl"
// #include "include/squared-error.wgsl"
// #include "include/progress.wgsl"

@group(0) @binding(0) var<uniform> squared_error: SquaredError;
@group(0) @binding(1) var<storage, read> loss_partials: array<f32>;
@group(0) @binding(2) var<storage, read_write> losses: array<f32>;
@group(0) @binding(3) var<storage, read_write> progress: Progress;

@compute @workgroup_size(WORKGROUP_SIZE)
fn loss(@builtin(local_invocation_index) invocation: u32) {
  var sum = vec4f();
  let count = arrayLength(&loss_partials);
  for (var i = invocation; i < count; i += WORKGROUP_SIZE) {
    // Component by component, so that each serial sum is a quarter as long.
    sum[i / WORKGROUP_SIZE % 4u] += loss_partials[i];
  }
  let total = tree_sum(invocation, sum);
  if (invocation == 0u) {
    losses[progress.logged] = squared_error.scale * sum_of_four(total);
    progress.logged += 1u;
    progress.step += 1u;
  }
}
