// dL/dimage: every image cell gathers from the response elements whose windows hold it.
// #include "include/workgroup.wgsl"
// #include "include/plan.wgsl"

@group(0) @binding(1) var<storage, read> upstream: array<f32>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradient: array<f32>;

// An invocation computes this many image rows of one column: a kernel element is read once for all of them.
const TILE_ROWS = 4u;

struct Cells {
  batch: u32,
  channel: u32,
  rows: vec4u,
  column: u32,
}

fn bands() -> u32 {
  return (plan.image_height + TILE_ROWS - 1u) / TILE_ROWS;
}

fn cells_at(index: u32) -> Cells {
  let band_index = index / plan.image_width;
  let plane = band_index / bands();
  return Cells(
    plane / plan.in_channels,
    plane % plan.in_channels,
    band_index % bands() * TILE_ROWS + vec4u(0u, 1u, 2u, 3u),
    index % plan.image_width,
  );
}

// One sum a kernel row, then the sum of those, which keeps the serial sums short.
fn gather(cells: Cells) -> vec4f {
  let first_channel = cells.channel / plan.in_per_group * plan.out_per_group;
  var total = vec4f();
  for (var channel = 0u; channel < plan.out_per_group; channel++) {
    for (var i = 0u; i < plan.kernel_height; i++) {
      total += gather_kernel_row(cells, first_channel + channel, i);
    }
  }
  return total;
}

fn gather_kernel_row(cells: Cells, out_channel: u32, i: u32) -> vec4f {
  let window_rows = cells.rows + plan.padding_top - i * plan.dilation_y;
  let rows = window_rows / plan.stride_y;
  let inside = (rows < vec4u(plan.output_height)) & (window_rows % plan.stride_y == vec4u());
  let plane = cells.batch * plan.out_channels + out_channel;
  // Rows that are not there read element 0 instead, and what was read is not used.
  let starts = select(vec4u(), (plane * plan.output_height + rows) * plan.output_width, inside);
  let kernel_plane = out_channel * plan.in_per_group + cells.channel % plan.in_per_group;
  let kernel_start = (kernel_plane * plan.kernel_height + i) * plan.kernel_width;
  var sum = vec4f();
  for (var j = 0u; j < plan.kernel_width; j++) {
    let window_column = cells.column + plan.padding_left - j * plan.dilation_x;
    let column = window_column / plan.stride_x;
    if (column < plan.output_width && window_column % plan.stride_x == 0u) {
      let at = starts + column;
      sum += kernel[kernel_start + j] * vec4f(upstream[at.x], upstream[at.y], upstream[at.z], upstream[at.w]);
    }
  }
  return select(vec4f(), sum, inside);
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn image_gradient(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  if (index >= plan.batch * plan.in_channels * bands() * plan.image_width) {
    return;
  }
  let cells = cells_at(index);
  let sums = gather(cells);
  let plane = cells.batch * plan.in_channels + cells.channel;
  for (var row = 0u; row < TILE_ROWS; row++) {
    if (cells.rows[row] < plan.image_height) {
      gradient[(plane * plan.image_height + cells.rows[row]) * plan.image_width + cells.column] = sums[row];
    }
  }
}
