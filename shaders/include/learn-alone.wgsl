// Whole steps of training by one invocation: no barrier, no wait, where the problem is small and barriers are dear. The
// pass binds what the includes and an update need, and `run`, `squared_error`, `losses`.
// #include "include/learn-band.wgsl"
// #include "include/run.wgsl"
// #include "include/squared-error.wgsl"

fn learn_alone() {
  for (var i = 0u; i < run.steps; i++) {
    squares = 0.0;
    for (var channel = 0u; channel < plan.out_channels; channel++) {
      learn_channel(channel);
      for (var tap = 0u; tap < TAPS; tap++) { // #unroll
        gradient[channel * TAPS + tap] = 2.0 * squared_error.scale * sums[tap];
        update_weight(channel * TAPS + tap, run.taken + i + 1u);
      }
    }
    losses[run.logged + i] = squared_error.scale * squares;
  }
}

fn learn_channel(channel: u32) {
  start_channel(channel);
  for (var batch = 0u; batch < plan.batch; batch++) {
    for (var index = 0u; index < bands_per_plane(); index++) {
      learn_band(batch, channel, band_at(index));
    }
  }
}
