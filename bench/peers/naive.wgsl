// The definition, a thread for each element of the result.
override IN_CHANNELS: u32;
override OUT_CHANNELS: u32;
override HEIGHT: u32;
override WIDTH: u32;
override KERNEL_HEIGHT: u32;
override KERNEL_WIDTH: u32;
override OUT_HEIGHT: u32;
override OUT_WIDTH: u32;
override STRIDE: u32;
override RATE: f32;

@group(0) @binding(0) var<storage, read_write> image: array<f32>;
@group(0) @binding(1) var<storage, read_write> kernel: array<f32>;
@group(0) @binding(2) var<storage, read_write> response: array<f32>;
@group(0) @binding(3) var<storage, read_write> wanted: array<f32>;

fn indexOf(id: vec3u, groups: vec3u) -> u32 {
  return id.x + id.y * groups.x * 64u;
}

@compute @workgroup_size(64)
fn correlate(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = indexOf(id, groups);
  if (index >= OUT_CHANNELS * OUT_HEIGHT * OUT_WIDTH) {
    return;
  }
  let x = index % OUT_WIDTH;
  let y = (index / OUT_WIDTH) % OUT_HEIGHT;
  let o = index / (OUT_WIDTH * OUT_HEIGHT);
  var sum = 0.0;
  for (var c = 0u; c < IN_CHANNELS; c++) {
    for (var i = 0u; i < KERNEL_HEIGHT; i++) {
      for (var j = 0u; j < KERNEL_WIDTH; j++) {
        sum += image[(c * HEIGHT + y * STRIDE + i) * WIDTH + x * STRIDE + j] *
          kernel[((o * IN_CHANNELS + c) * KERNEL_HEIGHT + i) * KERNEL_WIDTH + j];
      }
    }
  }
  response[index] = sum;
}

fn gradient_of_tap(tap: u32) -> f32 {
  let j = tap % KERNEL_WIDTH;
  let i = (tap / KERNEL_WIDTH) % KERNEL_HEIGHT;
  let c = (tap / (KERNEL_WIDTH * KERNEL_HEIGHT)) % IN_CHANNELS;
  let o = tap / (KERNEL_WIDTH * KERNEL_HEIGHT * IN_CHANNELS);
  var sum = 0.0;
  for (var y = 0u; y < OUT_HEIGHT; y++) {
    var row = 0.0;
    for (var x = 0u; x < OUT_WIDTH; x++) {
      row += image[(c * HEIGHT + y * STRIDE + i) * WIDTH + x * STRIDE + j] *
        response[(o * OUT_HEIGHT + y) * OUT_WIDTH + x];
    }
    sum += row;
  }
  return sum;
}

@compute @workgroup_size(64)
fn kernel_gradient(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < OUT_CHANNELS * IN_CHANNELS * KERNEL_HEIGHT * KERNEL_WIDTH) {
    kernel[id.x] = gradient_of_tap(id.x);
  }
}

@compute @workgroup_size(64)
fn image_gradient(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = indexOf(id, groups);
  if (index >= IN_CHANNELS * HEIGHT * WIDTH) {
    return;
  }
  let column = index % WIDTH;
  let row = (index / WIDTH) % HEIGHT;
  let c = index / (WIDTH * HEIGHT);
  var sum = 0.0;
  for (var i = 0u; i < KERNEL_HEIGHT; i++) {
    for (var j = 0u; j < KERNEL_WIDTH; j++) {
      let y = (row - i) / STRIDE;
      let x = (column - j) / STRIDE;
      // Unsigned differences below zero are huge, and so fall outside, too.
      if (i > row || j > column || (row - i) % STRIDE != 0u || (column - j) % STRIDE != 0u ||
          y >= OUT_HEIGHT || x >= OUT_WIDTH) {
        continue;
      }
      for (var o = 0u; o < OUT_CHANNELS; o++) {
        sum += response[(o * OUT_HEIGHT + y) * OUT_WIDTH + x] *
          kernel[((o * IN_CHANNELS + c) * KERNEL_HEIGHT + i) * KERNEL_WIDTH + j];
      }
    }
  }
  image[index] = sum;
}

@compute @workgroup_size(64)
fn residual(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = indexOf(id, groups);
  if (index < OUT_HEIGHT * OUT_WIDTH) {
    response[index] -= wanted[index];
  }
}

@compute @workgroup_size(64)
fn descend(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < KERNEL_HEIGHT * KERNEL_WIDTH) {
    kernel[id.x] -= RATE * 2.0 / f32(OUT_HEIGHT * OUT_WIDTH) * gradient_of_tap(id.x);
  }
}
