// The response of one image channel to one kernel, for stride and dilation 1: every image value of a strip is read
// once and used for all kernel rows and columns, while KERNEL_HEIGHT rows of the response are summed at a time.
// #include "include/workgroup.wgsl"
// #include "include/strips.wgsl"

@group(0) @binding(1) var<storage, read> image: array<vec4f>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<storage, read_write> response: array<vec4f>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn strip_correlate(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  let plane = index / bands_per_plane();
  if (plane >= plan.batch * plan.out_channels) {
    return;
  }
  let band = band_at(index % bands_per_plane());
  let out_channel = plane % plan.out_channels;
  let image_channel = plane / plan.out_channels * plan.in_channels + out_channel / plan.out_per_group;
  var taps: array<f32, TAPS>;
  for (var tap = 0u; tap < TAPS; tap++) { // #unroll
    taps[tap] = kernel[out_channel * TAPS + tap];
  }
  // Sums of the response rows that the current image row is part of, the oldest first; the last one stays zero.
  var sums: array<array<f32, COLUMNS>, SUM_ROWS>;
  var row: array<f32, ROW_COLUMNS>;
  var source = image_channel * plan.image_plane + band.first_row * plan.image_pitch + band.strip * VECTORS;
  var target_at = plane * plan.response_plane + band.first_row * plan.response_pitch + band.strip * VECTORS;
  for (var y = 0u; y < band.rows + LAST_ROW; y++) {
    for (var v = 0u; v < ROW_VECTORS; v++) { // #unroll
      let four = image[source + v];
      row[4u * v] = four.x;
      row[4u * v + 1u] = four.y;
      row[4u * v + 2u] = four.z;
      row[4u * v + 3u] = four.w;
    }
    source += plan.image_pitch;
    for (var age = 0u; age < KERNEL_HEIGHT; age++) { // #unroll
      for (var column = 0u; column < COLUMNS; column++) { // #unroll
        var sum = sums[age + 1u][column];
        for (var j = 0u; j < KERNEL_WIDTH; j++) { // #unroll
          sum += taps[(LAST_ROW - age) * KERNEL_WIDTH + j] * row[column + j];
        }
        sums[age][column] = sum;
      }
    }
    if (y >= LAST_ROW) {
      for (var v = 0u; v < VECTORS; v++) { // #unroll
        response[target_at + v] = vec4f(
          sums[0u][4u * v], sums[0u][4u * v + 1u], sums[0u][4u * v + 2u], sums[0u][4u * v + 3u],
        );
      }
      target_at += plan.response_pitch;
    }
  }
}
