// Response, residual, sum of squared residuals and kernel gradient of one band of one strip, from one reading of its
// image rows. The pass binds `image`, `kernel` and `expected`.
// #include "include/strips.wgsl"

// What learn_band() adds to; sums has the products of residual and image for each tap.
var<private> sums: array<f32, TAPS>;
var<private> squares: f32;
// The kernel that learn_band() uses.
var<private> taps: array<f32, TAPS>;

fn start_channel(out_channel: u32) {
  for (var tap = 0u; tap < TAPS; tap++) { // #unroll
    taps[tap] = kernel[out_channel * TAPS + tap];
    sums[tap] = 0.0;
  }
}

fn learn_band(batch: u32, out_channel: u32, band: Band) {
  let image_plane = batch * plan.in_channels + out_channel / plan.out_per_group;
  var source = image_plane * plan.image_plane + band.first_row * plan.image_pitch + band.strip * VECTORS;
  var expected_at = (batch * plan.out_channels + out_channel) * plan.response_plane;
  expected_at += band.first_row * plan.response_pitch + band.strip * VECTORS;
  let columns_left = plan.output_width - band.strip * COLUMNS;
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
}
