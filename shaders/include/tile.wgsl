// A tile of the response for OUT_CHANNELS kernels, summed over all channels that they see. The host lays padding and
// zeros around image and response, so that no access needs a test; see src/engine/gpu/tiles.ts. The pass binds `image` and
// `kernel`.

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
// What correlate_tile() leaves.
var<private> sums: array<array<array<f32, COLUMNS>, TILE_ROWS>, OUT_CHANNELS>;

struct TilePlace {
  across: u32,
  down: u32,
  // Of the first of the kernels, counted through batches.
  plane: u32,
}

fn tile_place(index: u32) -> TilePlace {
  let row = index / plan.across;
  return TilePlace(index % plan.across, row % plan.down, row / plan.down * OUT_CHANNELS);
}

// The first vector of a tile in the response.
fn first_of_tile(place: TilePlace) -> u32 {
  let row = place.down * TILE_ROWS;
  return place.plane * plan.response_plane + row * plan.response_pitch + place.across * VECTORS;
}

fn correlate_tile(place: TilePlace) {
  let out_channel = place.plane % plan.out_channels;
  let first_channel = out_channel / plan.out_per_group * plan.in_per_group;
  var source = (place.plane / plan.out_channels * plan.in_channels + first_channel) * plan.image_plane;
  source += place.down * TILE_ROWS * STRIDE_Y * plan.image_pitch + place.across * VECTORS * STRIDE_X;
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
}
