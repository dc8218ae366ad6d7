// `scale` is 1 for the sum of squared errors, 1 / n for their mean.
struct SquaredError {
  scale: f32,
}
