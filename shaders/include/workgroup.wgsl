// Every pass has workgroups of this many invocations in a row.
const WORKGROUP_SIZE = 64u;

// The host folds dispatches past the device's limit into two dimensions; this is the place in the unfolded row.
fn flat_workgroup(group_id: vec3u, group_counts: vec3u) -> u32 {
  return group_id.y * group_counts.x + group_id.x;
}
