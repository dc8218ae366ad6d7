// The response of an image to a kernel; one invocation a tile of the response.
// #include "include/workgroup.wgsl"
// #include "include/window.wgsl"

@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<storage, read_write> response: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn correlate(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  if (index >= tile_count()) {
    return;
  }
  let tile = tile_at(index);
  let elements = tile_elements(tile);
  let inside = tile_rows_inside(tile);
  let sums = correlate_tile(tile);
  for (var row = 0u; row < TILE_ROWS; row++) {
    if (inside[row]) {
      response[elements[row]] = sums[row];
    }
  }
}
