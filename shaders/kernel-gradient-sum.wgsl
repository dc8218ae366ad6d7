// dL/dkernel, second stage: the sum of the partials of each weight.
// #include "include/partial-sum.wgsl"

// [weight, chunk]
@group(0) @binding(0) var<storage, read> partials: array<f32>;
@group(0) @binding(1) var<storage, read_write> gradient: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn kernel_gradient_sum(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let weight = flat_workgroup(group_id, group_counts) * ROWS_PER_WORKGROUP + invocation / LANES;
  let inside = weight < arrayLength(&gradient);
  let count = arrayLength(&partials) / arrayLength(&gradient);
  let sum = partial_sum(invocation, weight * count, select(0u, count, inside));
  if (inside && invocation % LANES == 0u) {
    gradient[weight] = sum;
  }
}
