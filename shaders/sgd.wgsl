// One update of every weight by SGD; one invocation a weight.
// #include "include/workgroup.wgsl"
// #include "include/progress.wgsl"
// #include "include/sgd-update.wgsl"

@group(0) @binding(0) var<uniform> settings: Sgd;
@group(0) @binding(1) var<storage, read> progress: Progress;
@group(0) @binding(2) var<storage, read> gradient: array<f32>;
@group(0) @binding(3) var<storage, read_write> momentum_buffer: array<f32>;
@group(0) @binding(4) var<storage, read_write> kernel: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn sgd(
  @builtin(workgroup_id) group_id: vec3u,
  @builtin(num_workgroups) group_counts: vec3u,
  @builtin(local_invocation_index) invocation: u32,
) {
  let weight = flat_workgroup(group_id, group_counts) * WORKGROUP_SIZE + invocation;
  if (weight < arrayLength(&kernel)) {
    update_weight(weight, progress.step);
  }
}
