// dL/dkernel, second stage: one workgroup sums the partials of one weight.
// #include "include/tree-sum.wgsl"

// [weight, chunk]
@group(0) @binding(0) var<storage, read> partials: array<f32>;
@group(0) @binding(1) var<storage, read_write> gradient: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn kernel_gradient_sum(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let weight = flat_workgroup(group_id, group_counts);
  if (weight >= arrayLength(&gradient)) {
    return;
  }
  let count = arrayLength(&partials) / arrayLength(&gradient);
  var sum = vec4f();
  for (var chunk = invocation; chunk < count; chunk += WORKGROUP_SIZE) {
    sum[chunk / WORKGROUP_SIZE % 4u] += partials[weight * count + chunk];
  }
  let total = tree_sum(invocation, sum);
  if (invocation == 0u) {
    gradient[weight] = sum_of_four(total);
  }
}
