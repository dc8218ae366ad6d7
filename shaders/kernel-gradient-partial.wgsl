// dL/dkernel, first stage. The response elements of all batches are cut into chunks; a workgroup takes one chunk for
// up to TAPS neighbouring weights of one kernel row and sums upstream * image in a fixed order.
// #include "include/tree-sum.wgsl"
// #include "include/plan.wgsl"

struct Chunks {
  length: u32,
  count: u32,
}

@group(0) @binding(1) var<uniform> chunks: Chunks;
@group(0) @binding(2) var<storage, read> image: array<f32>;
@group(0) @binding(3) var<storage, read> upstream: array<f32>;
// [weight, chunk]
@group(0) @binding(4) var<storage, read_write> partials: array<f32>;

const TAPS = 4u;

// The weights of one workgroup: `first_column` and its neighbours in kernel row `row`.
struct Taps {
  out_channel: u32,
  in_channel: u32,
  row: u32,
  first_column: u32,
}

fn taps_per_row() -> u32 {
  return (plan.kernel_width + TAPS - 1u) / TAPS;
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

@compute @workgroup_size(WORKGROUP_SIZE)
fn kernel_gradient_partial(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts);
  let chunk = index % chunks.count;
  let taps = taps_at(index / chunks.count);
  if (taps.out_channel >= plan.out_channels) {
    return;
  }
  let end = min((chunk + 1u) * chunks.length, plan.batch * plan.output_height * plan.output_width);
  var sum = vec4f();
  for (var element = chunk * chunks.length + invocation; element < end; element += WORKGROUP_SIZE) {
    sum += products(taps, element);
  }
  let total = tree_sum(invocation, sum);
  let kernel_plane = taps.out_channel * plan.in_per_group + taps.in_channel;
  let row_start = (kernel_plane * plan.kernel_height + taps.row) * plan.kernel_width;
  let column = taps.first_column + invocation;
  if (invocation < TAPS && column < plan.kernel_width) {
    partials[(row_start + column) * chunks.count + chunk] = total[invocation];
  }
}
