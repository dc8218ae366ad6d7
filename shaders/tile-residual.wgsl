// Forward and residual of a training step with several channels: an invocation writes response - expected of a tile, which
// the kernel gradient reads, and the sum of their squares.
// #include "include/workgroup.wgsl"
// #include "include/tile.wgsl"
// #include "include/progress.wgsl"

struct ResidualPlan {
  output_height: u32,
  output_width: u32,
  // Where the sums of squares start in the partials.
  first_square: u32,
}

@group(0) @binding(1) var<storage, read> image: array<vec4f>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<uniform> residual_plan: ResidualPlan;
@group(0) @binding(4) var<storage, read> expected: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> upstream: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> partials: array<f32>;
@group(0) @binding(7) var<storage, read_write> progress: Progress;

@compute @workgroup_size(WORKGROUP_SIZE)
fn tile_residual(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  let place = tile_place(index);
  if (place.plane >= plan.batch * plan.out_channels) {
    return;
  }
  if (index == 0u) {
    progress.step += 1u;
    progress.logged += 1u;
  }
  correlate_tile(place);
  let first = first_of_tile(place);
  let rows_left = residual_plan.output_height - place.down * TILE_ROWS;
  let columns = place.across * COLUMNS + vec4u(0u, 1u, 2u, 3u);
  var squares = vec4f();
  for (var out = 0u; out < OUT_CHANNELS; out++) { // #unroll
    for (var row = 0u; row < TILE_ROWS; row++) { // #unroll
      for (var v = 0u; v < VECTORS; v++) { // #unroll
        let at = first + out * plan.response_plane + row * plan.response_pitch + v;
        let four = vec4f(
          sums[out][row][4u * v],
          sums[out][row][4u * v + 1u],
          sums[out][row][4u * v + 2u],
          sums[out][row][4u * v + 3u],
        );
        let inside = (columns + 4u * v < vec4u(residual_plan.output_width)) & vec4<bool>(row < rows_left);
        let residuals = select(vec4f(), four - expected[at], inside);
        upstream[at] = residuals;
        squares += residuals * residuals;
      }
    }
  }
  partials[residual_plan.first_square + index] = (squares.x + squares.y) + (squares.z + squares.w);
}
