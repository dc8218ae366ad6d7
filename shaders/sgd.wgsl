// One update of torch.optim.SGD (torch/optim/sgd.py, _single_tensor_sgd); one invocation a weight.
// #include "include/workgroup.wgsl"
// #include "include/progress.wgsl"

struct Sgd {
  rate: f32,
  momentum: f32,
  // 1 - dampening
  added: f32,
  // 0 or 1
  nesterov: u32,
  weight_decay: f32,
}

@group(0) @binding(0) var<uniform> settings: Sgd;
@group(0) @binding(1) var<storage, read> progress: Progress;
@group(0) @binding(2) var<storage, read> gradient: array<f32>;
@group(0) @binding(3) var<storage, read_write> momentum_buffer: array<f32>;
@group(0) @binding(4) var<storage, read_write> kernel: array<f32>;

// The first momentum buffer is the gradient itself: dampening plays no part in it.
fn next_momentum(weight: u32, slope: f32) -> f32 {
  if (progress.step == 1u) {
    return slope;
  }
  return settings.momentum * momentum_buffer[weight] + settings.added * slope;
}

@compute @workgroup_size(WORKGROUP_SIZE)
fn sgd(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let weight = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  if (weight >= arrayLength(&kernel)) {
    return;
  }
  let slope = gradient[weight] + settings.weight_decay * kernel[weight];
  var direction = slope;
  if (settings.momentum != 0.0) {
    let momentum = next_momentum(weight, slope);
    momentum_buffer[weight] = momentum;
    direction = select(momentum, slope + settings.momentum * momentum, settings.nesterov != 0u);
  }
  kernel[weight] -= settings.rate * direction;
}
