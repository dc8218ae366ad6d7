// dL/dimage: one invocation an image cell gathers from every response element whose window holds the cell.
// #include "include/workgroup.wgsl"
// #include "include/plan.wgsl"

@group(0) @binding(1) var<storage, read> upstream: array<f32>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradient: array<f32>;

struct Cell {
  batch: u32,
  channel: u32,
  row: u32,
  column: u32,
}

fn cell_at(index: u32) -> Cell {
  let image_row = index / plan.image_width;
  let plane = image_row / plan.image_height;
  return Cell(
    plane / plan.in_channels,
    plane % plan.in_channels,
    image_row % plan.image_height,
    index % plan.image_width,
  );
}

// One sum a kernel row, then the sum of those, which keeps the serial sums short.
fn gather(cell: Cell) -> f32 {
  let first_channel = cell.channel / plan.in_per_group * plan.out_per_group;
  var total = 0.0;
  for (var channel = 0u; channel < plan.out_per_group; channel++) {
    for (var i = 0u; i < plan.kernel_height; i++) {
      total += gather_kernel_row(cell, first_channel + channel, i);
    }
  }
  return total;
}

fn gather_kernel_row(cell: Cell, out_channel: u32, i: u32) -> f32 {
  let window_row = cell.row + plan.padding_top - i * plan.dilation_y;
  let row = window_row / plan.stride_y;
  if (row >= plan.output_height || window_row % plan.stride_y != 0u) {
    return 0.0;
  }
  let plane = cell.batch * plan.out_channels + out_channel;
  let row_start = (plane * plan.output_height + row) * plan.output_width;
  let kernel_plane = out_channel * plan.in_per_group + cell.channel % plan.in_per_group;
  let kernel_start = (kernel_plane * plan.kernel_height + i) * plan.kernel_width;
  var sum = 0.0;
  for (var j = 0u; j < plan.kernel_width; j++) {
    let window_column = cell.column + plan.padding_left - j * plan.dilation_x;
    let column = window_column / plan.stride_x;
    if (column < plan.output_width && window_column % plan.stride_x == 0u) {
      sum += upstream[row_start + column] * kernel[kernel_start + j];
    }
  }
  return sum;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn image_gradient(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  if (index < arrayLength(&gradient)) {
    gradient[index] = gather(cell_at(index));
  }
}
