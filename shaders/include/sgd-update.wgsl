// One update of torch.optim.SGD (torch/optim/sgd.py, _single_tensor_sgd). The pass binds `settings`, `gradient`,
// `momentum_buffer` and `kernel`.

struct Sgd {
  rate: f32,
  momentum: f32,
  // 1 - dampening
  added: f32,
  // 0 or 1
  nesterov: u32,
  weight_decay: f32,
}

// `step` is 1 for the first update, whose momentum buffer is the gradient itself: dampening plays no part in it.
fn next_momentum(weight: u32, slope: f32, step: u32) -> f32 {
  if (step == 1u) {
    return slope;
  }
  return settings.momentum * momentum_buffer[weight] + settings.added * slope;
}

fn update_weight(weight: u32, step: u32) {
  let slope = gradient[weight] + settings.weight_decay * kernel[weight];
  var direction = slope;
  if (settings.momentum != 0.0) {
    let momentum = next_momentum(weight, slope, step);
    momentum_buffer[weight] = momentum;
    direction = select(momentum, slope + settings.momentum * momentum, settings.nesterov != 0u);
  }
  kernel[weight] -= settings.rate * direction;
}
