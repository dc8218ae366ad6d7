// Forward and residual in one: upstream = dL/dresponse = 2 * scale * (response - target), and the sum of squared
// residuals of each workgroup.
// #include "include/tree-sum.wgsl"
// #include "include/tile-residuals.wgsl"

@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<uniform> squared_error: SquaredError;
@group(0) @binding(4) var<storage, read> expected: array<f32>;
@group(0) @binding(5) var<storage, read_write> upstream: array<f32>;
@group(0) @binding(6) var<storage, read_write> loss_partials: array<f32>;

// Each invocation takes this many tiles, so that fewer workgroups have to add up and wait.
const TILES_PER_INVOCATION = 4u;

@compute @workgroup_size(WORKGROUP_SIZE)
fn residual(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let group = flat_workgroup(group_id, group_counts);
  if (group >= arrayLength(&loss_partials)) {
    return;
  }
  let first = group * WORKGROUP_SIZE * TILES_PER_INVOCATION;
  let end = min(first + WORKGROUP_SIZE * TILES_PER_INVOCATION, tile_count());
  var squares = vec4f();
  for (var index = first + invocation; index < end; index += WORKGROUP_SIZE) {
    let residuals = tile_residuals(tile_at(index));
    squares += residuals * residuals;
  }
  let total = tree_sum(invocation, squares);
  if (invocation == 0u) {
    loss_partials[group] = sum_of_four(total);
  }
}
