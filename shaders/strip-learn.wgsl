// A training step for stride and dilation 1 and one image channel a kernel, all but its end: an invocation takes one band
// of one strip, and finish-step-*.wgsl adds up what the invocations found.
// #include "include/workgroup.wgsl"
// #include "include/learn-band.wgsl"
// #include "include/progress.wgsl"

@group(0) @binding(1) var<storage, read> image: array<vec4f>;
@group(0) @binding(2) var<storage, read> kernel: array<f32>;
@group(0) @binding(3) var<storage, read> expected: array<vec4f>;
// [weight, chunk], then the sums of squares [out channel, chunk]; a chunk is a strip of a band of a batch.
@group(0) @binding(4) var<storage, read_write> partials: array<f32>;
@group(0) @binding(5) var<storage, read_write> progress: Progress;

@compute @workgroup_size(WORKGROUP_SIZE)
fn strip_learn(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let index = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  let chunks = plan.batch * bands_per_plane();
  let out_channel = index / chunks;
  if (out_channel >= plan.out_channels) {
    return;
  }
  if (index == 0u) {
    progress.step += 1u;
    progress.logged += 1u;
  }
  let chunk = index % chunks;
  start_channel(out_channel);
  squares = 0.0;
  learn_band(chunk / bands_per_plane(), out_channel, band_at(chunk % bands_per_plane()));
  for (var tap = 0u; tap < TAPS; tap++) { // #unroll
    partials[(out_channel * TAPS + tap) * chunks + chunk] = sums[tap];
  }
  partials[(plan.out_channels * TAPS + out_channel) * chunks + chunk] = squares;
}
