// dL/dkernel for stride and dilation 1, first stage: an invocation sums upstream * image over one band of one strip for
// BLOCK_ROWS kernel rows of one pair of channels. Every image value is read once for all taps; the upstream rows that
// it meets are kept.
// #include "include/workgroup.wgsl"
// #include "include/strips.wgsl"

// Kernel rows of an invocation; they divide KERNEL_HEIGHT.
const BLOCK_ROWS = 3u;
const BLOCKS = KERNEL_HEIGHT / BLOCK_ROWS;
const BLOCK_TAPS = BLOCK_ROWS * KERNEL_WIDTH;
const LAST_BLOCK_ROW = BLOCK_ROWS - 1u;

@group(0) @binding(1) var<storage, read> image: array<vec4f>;
@group(0) @binding(2) var<storage, read> upstream: array<vec4f>;
// [weight, chunk]; a chunk is a strip of a band of a batch.
@group(0) @binding(3) var<storage, read_write> partials: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn strip_kernel_gradient(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  let chunks = plan.batch * bands_per_plane();
  let row_block = index / chunks;
  let kernel_plane = row_block / BLOCKS;
  if (kernel_plane >= plan.out_channels * plan.in_per_group) {
    return;
  }
  let chunk = index % chunks;
  let band = band_at(chunk % bands_per_plane());
  let batch = chunk / bands_per_plane();
  let out_channel = kernel_plane / plan.in_per_group;
  let channel = out_channel / plan.out_per_group * plan.in_per_group + kernel_plane % plan.in_per_group;
  let first_row = band.first_row + row_block % BLOCKS * BLOCK_ROWS;
  var source = (batch * plan.in_channels + channel) * plan.image_plane + first_row * plan.image_pitch;
  source += band.strip * VECTORS;
  var upstream_at = (batch * plan.out_channels + out_channel) * plan.response_plane;
  upstream_at += band.first_row * plan.response_pitch + band.strip * VECTORS;
  var sums: array<f32, BLOCK_TAPS>;
  var row: array<f32, ROW_COLUMNS>;
  // Upstream rows that the image row meets, the newest first: kernel row i meets kept[i].
  var kept: array<array<f32, COLUMNS>, BLOCK_ROWS>;
  for (var y = 0u; y < band.rows + LAST_BLOCK_ROW; y++) {
    for (var v = 0u; v < ROW_VECTORS; v++) { // #unroll
      let four = image[source + v];
      row[4u * v] = four.x;
      row[4u * v + 1u] = four.y;
      row[4u * v + 2u] = four.z;
      row[4u * v + 3u] = four.w;
    }
    for (var age = 0u; age < LAST_BLOCK_ROW; age++) { // #unroll
      for (var column = 0u; column < COLUMNS; column++) { // #unroll
        kept[LAST_BLOCK_ROW - age][column] = kept[LAST_BLOCK_ROW - age - 1u][column];
      }
    }
    for (var v = 0u; v < VECTORS; v++) { // #unroll
      let four = select(vec4f(), upstream[upstream_at + v], y < band.rows);
      kept[0u][4u * v] = four.x;
      kept[0u][4u * v + 1u] = four.y;
      kept[0u][4u * v + 2u] = four.z;
      kept[0u][4u * v + 3u] = four.w;
    }
    source += plan.image_pitch;
    // Past the last row it stays there, and what was read is not used.
    upstream_at += select(0u, plan.response_pitch, y + 1u < band.rows);
    for (var i = 0u; i < BLOCK_ROWS; i++) { // #unroll
      for (var j = 0u; j < KERNEL_WIDTH; j++) { // #unroll
        var sum = 0.0;
        for (var column = 0u; column < COLUMNS; column++) { // #unroll
          sum += kept[i][column] * row[column + j];
        }
        sums[i * KERNEL_WIDTH + j] += sum;
      }
    }
  }
  let first_weight = kernel_plane * TAPS + row_block % BLOCKS * BLOCK_TAPS;
  for (var tap = 0u; tap < BLOCK_TAPS; tap++) { // #unroll
    partials[(first_weight + tap) * chunks + chunk] = sums[tap];
  }
}
