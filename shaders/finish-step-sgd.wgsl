// The end of a training step by SGD: see include/finish-step.wgsl.
// #include "include/finish-step.wgsl"
// #include "include/sgd-update.wgsl"

@group(0) @binding(0) var<uniform> settings: Sgd;
@group(0) @binding(1) var<uniform> totals: Totals;
@group(0) @binding(2) var<storage, read> progress: Progress;
// [weight, chunk], then the sums of squares.
@group(0) @binding(3) var<storage, read> partials: array<f32>;
@group(0) @binding(4) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(5) var<storage, read_write> kernel: array<f32>;
@group(0) @binding(6) var<storage, read_write> losses: array<f32>;
@group(0) @binding(7) var<storage, read_write> momentum_buffer: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn finish_step_sgd(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  finish_step(flat_workgroup(group_id, group_counts), invocation);
}
