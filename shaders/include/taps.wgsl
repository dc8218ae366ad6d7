// The pass binds `image` and `upstream`.
// #include "include/plan.wgsl"

// A workgroup sums the products of this many neighbouring weights: upstream is read once for all of them.
const TAPS = 4u;

// `first_column` and its neighbours in kernel row `row`; the last ones may be outside.
struct Taps {
  out_channel: u32,
  in_channel: u32,
  row: u32,
  first_column: u32,
}

fn taps_per_row() -> u32 {
  return (plan.kernel_width + TAPS - 1u) / TAPS;
}

fn taps_count() -> u32 {
  return plan.out_channels * plan.in_per_group * plan.kernel_height * taps_per_row();
}

fn taps_at(index: u32) -> Taps {
  let kernel_row = index / taps_per_row();
  let kernel_plane = kernel_row / plan.kernel_height;
  return Taps(
    kernel_plane / plan.in_per_group,
    kernel_plane % plan.in_per_group,
    kernel_row % plan.kernel_height,
    index % taps_per_row() * TAPS,
  );
}

// How many of the TAPS are inside the kernel row; at least one.
fn taps_inside(taps: Taps) -> u32 {
  return min(TAPS, plan.kernel_width - taps.first_column);
}

// Where the first of the taps is in the kernel.
fn first_weight(taps: Taps) -> u32 {
  let kernel_plane = taps.out_channel * plan.in_per_group + taps.in_channel;
  return (kernel_plane * plan.kernel_height + taps.row) * plan.kernel_width + taps.first_column;
}

// Response elements of one output channel, in all batches.
fn elements_per_channel() -> u32 {
  return plan.batch * plan.output_height * plan.output_width;
}

// upstream * image for one response element (`element` counts through batch, row, column) and each tap.
fn products(taps: Taps, element: u32) -> vec4f {
  let area = plan.output_height * plan.output_width;
  let batch = element / area;
  let cell = element % area;
  let row = cell / plan.output_width * plan.stride_y + taps.row * plan.dilation_y - plan.padding_top;
  if (row >= plan.image_height) {
    return vec4f();
  }
  let group = taps.out_channel / plan.out_per_group;
  let plane = batch * plan.in_channels + group * plan.in_per_group + taps.in_channel;
  let row_start = (plane * plan.image_height + row) * plan.image_width;
  let kernel_columns = taps.first_column + vec4u(0u, 1u, 2u, 3u);
  let columns = cell % plan.output_width * plan.stride_x + kernel_columns * plan.dilation_x - plan.padding_left;
  let inside = columns < vec4u(plan.image_width);
  // Columns outside read the row's first cell instead, and what was read is not used.
  let cells = row_start + select(vec4u(), columns, inside);
  let values = vec4f(image[cells.x], image[cells.y], image[cells.z], image[cells.w]);
  let factor = upstream[(batch * plan.out_channels + taps.out_channel) * area + cell];
  return factor * select(vec4f(), values, inside);
}
