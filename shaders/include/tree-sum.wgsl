// #include "include/workgroup.wgsl"

// Two levels of sums with this many addends each: few barriers, and still short serial runs.
const BRANCHES = 8u;

var<workgroup> addends: array<vec4f, WORKGROUP_SIZE>;

// The sum of every invocation's value in a fixed order, for all of them. Needs uniform control flow, and a
// workgroupBarrier() before it is called again.
fn tree_sum(invocation: u32, value: vec4f) -> vec4f {
  addends[invocation] = value;
  workgroupBarrier();
  if (invocation < WORKGROUP_SIZE / BRANCHES) {
    var branch = vec4f();
    for (var i = invocation; i < WORKGROUP_SIZE; i += WORKGROUP_SIZE / BRANCHES) {
      branch += addends[i];
    }
    addends[invocation] = branch;
  }
  workgroupBarrier();
  var sum = vec4f();
  for (var i = 0u; i < WORKGROUP_SIZE / BRANCHES; i++) {
    sum += addends[i];
  }
  return sum;
}

fn sum_of_four(value: vec4f) -> f32 {
  return (value.x + value.y) + (value.z + value.w);
}
