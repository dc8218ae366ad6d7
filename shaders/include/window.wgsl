// The pass binds `image` and `kernel`.
// #include "include/plan.wgsl"

// An invocation computes this many response rows of one column: a kernel element is read once for all of them.
const TILE_ROWS = 4u;

struct Tile {
  batch: u32,
  out_channel: u32,
  rows: vec4u,
  column: u32,
}

fn tile_count() -> u32 {
  return plan.batch * plan.out_channels * tile_bands() * plan.output_width;
}

fn tile_bands() -> u32 {
  return (plan.output_height + TILE_ROWS - 1u) / TILE_ROWS;
}

fn tile_at(index: u32) -> Tile {
  let band_index = index / plan.output_width;
  let plane = band_index / tile_bands();
  let first_row = band_index % tile_bands() * TILE_ROWS;
  return Tile(
    plane / plan.out_channels,
    plane % plan.out_channels,
    first_row + vec4u(0u, 1u, 2u, 3u),
    index % plan.output_width,
  );
}

// Where the tile's elements are in the response; rows at or past output_height are not there.
fn tile_elements(tile: Tile) -> vec4u {
  let plane = tile.batch * plan.out_channels + tile.out_channel;
  return (plane * plan.output_height + tile.rows) * plan.output_width + tile.column;
}

fn tile_rows_inside(tile: Tile) -> vec4<bool> {
  return tile.rows < vec4u(plan.output_height);
}

// The response at the tile: one sum a kernel row, then the sum of those, which keeps the serial sums short.
fn correlate_tile(tile: Tile) -> vec4f {
  let first_channel = tile.out_channel / plan.out_per_group * plan.in_per_group;
  var total = vec4f();
  for (var channel = 0u; channel < plan.in_per_group; channel++) {
    let image_plane = tile.batch * plan.in_channels + first_channel + channel;
    let kernel_plane = tile.out_channel * plan.in_per_group + channel;
    for (var i = 0u; i < plan.kernel_height; i++) {
      total += correlate_kernel_row(tile, image_plane, kernel_plane, i);
    }
  }
  return total;
}

fn correlate_kernel_row(tile: Tile, image_plane: u32, kernel_plane: u32, i: u32) -> vec4f {
  let rows = tile.rows * plan.stride_y + i * plan.dilation_y - plan.padding_top;
  let inside = rows < vec4u(plan.image_height);
  // Rows outside read cell 0 of the image instead, and what was read is not used.
  let starts = select(vec4u(), (image_plane * plan.image_height + rows) * plan.image_width, inside);
  let kernel_start = (kernel_plane * plan.kernel_height + i) * plan.kernel_width;
  var sum = vec4f();
  var column = tile.column * plan.stride_x - plan.padding_left;
  for (var j = 0u; j < plan.kernel_width; j++) {
    if (column < plan.image_width) {
      let cells = starts + column;
      sum += kernel[kernel_start + j] * vec4f(image[cells.x], image[cells.y], image[cells.z], image[cells.w]);
    }
    column += plan.dilation_x;
  }
  return select(vec4f(), sum, inside);
}
