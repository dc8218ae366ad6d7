// dL/dkernel, first stage. The response elements of all batches are cut into chunks; a workgroup takes one chunk for
// up to TAPS neighbouring weights of one kernel row and sums upstream * image in a fixed order.
// #include "include/tree-sum.wgsl"
// #include "include/taps.wgsl"

struct Chunks {
  length: u32,
  count: u32,
}

@group(0) @binding(1) var<uniform> chunks: Chunks;
@group(0) @binding(2) var<storage, read> image: array<f32>;
@group(0) @binding(3) var<storage, read> upstream: array<f32>;
// [weight, chunk]
@group(0) @binding(4) var<storage, read_write> partials: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn kernel_gradient_partial(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts);
  let chunk = index % chunks.count;
  if (index >= taps_count() * chunks.count) {
    return;
  }
  let taps = taps_at(index / chunks.count);
  let end = min((chunk + 1u) * chunks.length, elements_per_channel());
  var sum = vec4f();
  for (var element = chunk * chunks.length + invocation; element < end; element += WORKGROUP_SIZE) {
    sum += products(taps, element);
  }
  let total = tree_sum(invocation, sum);
  if (invocation < taps_inside(taps)) {
    partials[(first_weight(taps) + invocation) * chunks.count + chunk] = total[invocation];
  }
}
