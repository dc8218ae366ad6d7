// A training step for stride and dilation 1 and one image channel a kernel, all but its end: response, residual, the
// sum of squared residuals and the kernel gradient, from one reading of the image. An invocation keeps the image rows
// of one strip that a kernel sees, and walks down one band; finish-step-*.wgsl adds up what the invocations found.
// #include "include/workgroup.wgsl"
// #include "include/strips.wgsl"
// #include "include/progress.wgsl"

@group(0) @binding(1) var<storage, read> image: array<vec4f>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<storage, read> expected: array<vec4f>;
// [weight, chunk], then the sums of squares [out channel, chunk]; a chunk is a strip of a band of a batch.
@group(0) @binding(4) var<storage, read_write> partials: array<f32>;
@group(0) @binding(5) var<storage, read_write> progress: Progress;

@compute @workgroup_size(WORKGROUP_SIZE)
fn strip_learn(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  let chunks = plan.batch * bands_per_plane();
  let out_channel = index / chunks;
  if (out_channel >= plan.out_channels) {
    return;
  }
  if (index == 0u) {
    progress.step += 1u;
    progress.logged += 1u;
  }
  let chunk = index % chunks;
  let band = band_at(chunk % bands_per_plane());
  let batch = chunk / bands_per_plane();
  let image_plane = batch * plan.in_channels + out_channel / plan.out_per_group;
  var source = image_plane * plan.image_plane + band.first_row * plan.image_pitch + band.strip * VECTORS;
  var expected_at = (batch * plan.out_channels + out_channel) * plan.response_plane;
  expected_at += band.first_row * plan.response_pitch + band.strip * VECTORS;
  let columns_left = plan.output_width - band.strip * COLUMNS;
  var taps: array<f32, TAPS>;
  for (var tap = 0u; tap < TAPS; tap++) { // #unroll
    taps[tap] = kernel[out_channel * TAPS + tap];
  }
  var sums: array<f32, TAPS>;
  var squares = 0.0;
  // The image rows that the kernel sees, the oldest first.
  var rows: array<array<f32, ROW_COLUMNS>, KERNEL_HEIGHT>;
  for (var y = 0u; y < band.rows + LAST_ROW; y++) {
    for (var i = 0u; i < LAST_ROW; i++) { // #unroll
      for (var column = 0u; column < ROW_COLUMNS; column++) { // #unroll
        rows[i][column] = rows[i + 1u][column];
      }
    }
    for (var v = 0u; v < ROW_VECTORS; v++) { // #unroll
      let four = image[source + v];
      rows[LAST_ROW][4u * v] = four.x;
      rows[LAST_ROW][4u * v + 1u] = four.y;
      rows[LAST_ROW][4u * v + 2u] = four.z;
      rows[LAST_ROW][4u * v + 3u] = four.w;
    }
    source += plan.image_pitch;
    if (y >= LAST_ROW) {
      var residuals: array<f32, COLUMNS>;
      for (var v = 0u; v < VECTORS; v++) { // #unroll
        let four = expected[expected_at + v];
        residuals[4u * v] = -four.x;
        residuals[4u * v + 1u] = -four.y;
        residuals[4u * v + 2u] = -four.z;
        residuals[4u * v + 3u] = -four.w;
      }
      expected_at += plan.response_pitch;
      for (var column = 0u; column < COLUMNS; column++) { // #unroll
        var sum = residuals[column];
        for (var i = 0u; i < KERNEL_HEIGHT; i++) { // #unroll
          for (var j = 0u; j < KERNEL_WIDTH; j++) { // #unroll
            sum += taps[i * KERNEL_WIDTH + j] * rows[i][column + j];
          }
        }
        let residual = select(0.0, sum, column < columns_left);
        residuals[column] = residual;
        squares += residual * residual;
      }
      for (var i = 0u; i < KERNEL_HEIGHT; i++) { // #unroll
        for (var j = 0u; j < KERNEL_WIDTH; j++) { // #unroll
          var sum = 0.0;
          for (var column = 0u; column < COLUMNS; column++) { // #unroll
            sum += residuals[column] * rows[i][column + j];
          }
          sums[i * KERNEL_WIDTH + j] += sum;
        }
      }
    }
  }
  for (var tap = 0u; tap < TAPS; tap++) { // #unroll
    partials[(out_channel * TAPS + tap) * chunks + chunk] = sums[tap];
  }
  partials[(plan.out_channels * TAPS + out_channel) * chunks + chunk] = squares;
}
