// The response for several channels, strides and dilations: an invocation sums a tile of the response for OUT_CHANNELS
// kernels over all channels that they see. The host lays padding and zeros around image and response, so that no access
// needs a test; see src/engine/gpu/tiles.ts.
// #include "include/workgroup.wgsl"

const VECTORS = 2u;
const TILE_ROWS = 4u;
const OUT_CHANNELS = 2u;
const KERNEL_HEIGHT = 3u;
const KERNEL_WIDTH = 3u;
const STRIDE_Y = 1u;
const STRIDE_X = 1u;
const DILATION_Y = 1u;
const DILATION_X = 1u;

const COLUMNS = 4u * VECTORS;
const TAPS = KERNEL_HEIGHT * KERNEL_WIDTH;
const IMAGE_ROWS = (TILE_ROWS - 1u) * STRIDE_Y + (KERNEL_HEIGHT - 1u) * DILATION_Y + 1u;
const ROW_VECTORS = ((COLUMNS - 1u) * STRIDE_X + (KERNEL_WIDTH - 1u) * DILATION_X + 4u) / 4u;
const ROW_COLUMNS = 4u * ROW_VECTORS;

struct Tiles {
  batch: u32,
  in_channels: u32,
  out_channels: u32,
  in_per_group: u32,
  out_per_group: u32,
  // Tiles side by side, and one below the other.
  across: u32,
  down: u32,
  // In vectors.
  image_pitch: u32,
  image_plane: u32,
  response_pitch: u32,
  response_plane: u32,
}

@group(0) @binding(0) var<uniform> plan: Tiles;
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
  let across = index % plan.across;
  let down = index / plan.across % plan.down;
  let plane = index / plan.across / plan.down * OUT_CHANNELS;
  if (plane >= plan.batch * plan.out_channels) {
    return;
  }
  let out_channel = plane % plan.out_channels;
  let first_channel = out_channel / plan.out_per_group * plan.in_per_group;
  var source = (plane / plan.out_channels * plan.in_channels + first_channel) * plan.image_plane;
  source += down * TILE_ROWS * STRIDE_Y * plan.image_pitch + across * VECTORS * STRIDE_X;
  var sums: array<array<array<f32, COLUMNS>, TILE_ROWS>, OUT_CHANNELS>;
  var rows: array<array<f32, ROW_COLUMNS>, IMAGE_ROWS>;
  var taps: array<f32, TAPS>;
  for (var channel = 0u; channel < plan.in_per_group; channel++) {
    for (var row = 0u; row < IMAGE_ROWS; row++) { // #unroll
      for (var v = 0u; v < ROW_VECTORS; v++) { // #unroll
        let four = image[source + row * plan.image_pitch + v];
        rows[row][4u * v] = four.x;
        rows[row][4u * v + 1u] = four.y;
        rows[row][4u * v + 2u] = four.z;
        rows[row][4u * v + 3u] = four.w;
      }
    }
    source += plan.image_plane;
    for (var out = 0u; out < OUT_CHANNELS; out++) { // #unroll
      let first_tap = ((out_channel + out) * plan.in_per_group + channel) * TAPS;
      for (var tap = 0u; tap < TAPS; tap++) { // #unroll
        taps[tap] = kernel[first_tap + tap];
      }
      for (var row = 0u; row < TILE_ROWS; row++) { // #unroll
        for (var column = 0u; column < COLUMNS; column++) { // #unroll
          var sum = 0.0;
          for (var i = 0u; i < KERNEL_HEIGHT; i++) { // #unroll
            for (var j = 0u; j < KERNEL_WIDTH; j++) { // #unroll
              sum += taps[i * KERNEL_WIDTH + j] *
                rows[row * STRIDE_Y + i * DILATION_Y][column * STRIDE_X + j * DILATION_X];
            }
          }
          sums[out][row][column] += sum;
        }
      }
    }
  }
  let first = plane * plan.response_plane + down * TILE_ROWS * plan.response_pitch + across * VECTORS;
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
