// One update of torch.optim.Adam (torch/optim/adam.py, _single_tensor_adam). The pass binds `settings`, `gradient`,
// `first_moment`, `second_moment` and `kernel`.

struct Adam {
  rate: f32,
  beta1: f32,
  beta2: f32,
  // 1 - beta and ln(beta), which the host computes in float64: float32 would lose them near beta = 1.
  one_minus_beta1: f32,
  one_minus_beta2: f32,
  log_beta1: f32,
  log_beta2: f32,
  epsilon: f32,
  weight_decay: f32,
}

// 1 - beta^step = -expm1(step * ln(beta)). Near zero the Taylor series, which is off by x^8 / 9! there; exp()
// would cancel.
fn bias_correction(log_beta: f32, step: u32) -> f32 {
  let x = f32(step) * log_beta;
  if (x < -0.5) {
    return 1.0 - exp(x);
  }
  var series = 1.0;
  for (var n = 8.0; n > 1.0; n -= 1.0) {
    series = 1.0 + x / n * series;
  }
  return -x * series;
}

// `step` is 1 for the first update.
fn update_weight(weight: u32, step: u32) {
  let slope = gradient[weight] + settings.weight_decay * kernel[weight];
  let first = settings.beta1 * first_moment[weight] + settings.one_minus_beta1 * slope;
  let second = settings.beta2 * second_moment[weight] + settings.one_minus_beta2 * slope * slope;
  first_moment[weight] = first;
  second_moment[weight] = second;
  let denominator = sqrt(second) / sqrt(bias_correction(settings.log_beta2, step)) + settings.epsilon;
  // Only with epsilon = 0 and no gradient so far: the weight stays, as in the definition.
  if (denominator > 0.0) {
    kernel[weight] -= settings.rate / bias_correction(settings.log_beta1, step) * first / denominator;
  }
}
