// The response for several channels, strides and dilations: an invocation takes a tile.
// #include "include/workgroup.wgsl"
// #include "include/tile.wgsl"

@group(0) @binding(1) var<storage, read> image: array<vec4f>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<storage, read_write> response: array<vec4f>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn tile_correlate(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  let place = tile_place(index);
  if (place.plane >= plan.batch * plan.out_channels) {
    return;
  }
  correlate_tile(place);
  let first = first_of_tile(place);
  for (var out = 0u; out < OUT_CHANNELS; out++) { // #unroll
    for (var row = 0u; row < TILE_ROWS; row++) { // #unroll
      for (var v = 0u; v < VECTORS; v++) { // #unroll
        response[first + out * plan.response_plane + row * plan.response_pitch + v] = vec4f(
          sums[out][row][4u * v],
          sums[out][row][4u * v + 1u],
          sums[out][row][4u * v + 2u],
          sums[out][row][4u * v + 3u],
        );
      }
    }
  }
}
