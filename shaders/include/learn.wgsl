// Whole steps of training by one workgroup. The pass binds all that the includes need, and `plan`, `run`, `losses`.
// #include "include/tree-sum.wgsl"
// #include "include/tile-residuals.wgsl"
// #include "include/taps.wgsl"
// #include "include/run.wgsl"

// Every invocation runs this; the loops that hold barriers have the same bounds for all of them.
fn learn(invocation: u32) {
  for (var i = 0u; i < run.steps; i++) {
    forward(invocation, run.logged + i);
    storageBarrier();
    sum_gradient(invocation);
    storageBarrier();
    for (var weight = invocation; weight < arrayLength(&kernel); weight += WORKGROUP_SIZE) {
      update_weight(weight, run.taken + i + 1u);
    }
    storageBarrier();
  }
}

fn forward(invocation: u32, log_index: u32) {
  var squares = vec4f();
  for (var index = invocation; index < tile_count(); index += WORKGROUP_SIZE) {
    let residuals = tile_residuals(tile_at(index));
    squares += residuals * residuals;
  }
  let total = tree_sum(invocation, squares);
  if (invocation == 0u) {
    losses[log_index] = squared_error.scale * sum_of_four(total);
  }
}

fn sum_gradient(invocation: u32) {
  for (var index = 0u; index < taps_count(); index++) {
    let taps = taps_at(index);
    var sum = vec4f();
    for (var element = invocation; element < elements_per_channel(); element += WORKGROUP_SIZE) {
      sum += products(taps, element);
    }
    // The sum before this one is still being read.
    workgroupBarrier();
    let total = tree_sum(invocation, sum);
    if (invocation < taps_inside(taps)) {
      gradient[first_weight(taps) + invocation] = total[invocation];
    }
  }
  workgroupBarrier();
}
