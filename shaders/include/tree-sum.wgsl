// #include "include/workgroup.wgsl"

var<workgroup> addends: array<vec4f, WORKGROUP_SIZE>;

// The sum of every invocation's value, by halves in a fixed order; in invocation 0 only. Needs uniform control flow.
fn tree_sum(invocation: u32, value: vec4f) -> vec4f {
  addends[invocation] = value;
  workgroupBarrier();
  for (var half = WORKGROUP_SIZE / 2u; half > 0u; half /= 2u) {
    if (invocation < half) {
      addends[invocation] += addends[invocation + half];
    }
    workgroupBarrier();
  }
  return addends[0];
}

fn sum_of_four(value: vec4f) -> f32 {
  return (value.x + value.y) + (value.z + value.w);
}
