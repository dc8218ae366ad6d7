// The arithmetic limit of a device: independent chains of multiply-adds, values that converge to 1.
override FUSED: bool;
override TURNS: u32;

@group(0) @binding(0) var<storage, read_write> result: array<vec4f>;

fn step(value: vec4f, factor: vec4f, term: vec4f) -> vec4f {
  if (FUSED) {
    return fma(value, factor, term);
  }
  return value * factor + term;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  // Read from memory, so that nothing can be computed beforehand.
  let factor = result[0];
  let term = result[1];
  var a = vec4f(f32(id.x));
  var b = a + 1.0;
  var c = a + 2.0;
  var d = a + 3.0;
  var e = a + 4.0;
  var f = a + 5.0;
  var g = a + 6.0;
  var h = a + 7.0;
  for (var turn = 0u; turn < TURNS; turn++) {
    a = step(a, factor, term);
    b = step(b, factor, term);
    c = step(c, factor, term);
    d = step(d, factor, term);
    e = step(e, factor, term);
    f = step(f, factor, term);
    g = step(g, factor, term);
    h = step(h, factor, term);
  }
  // The first two elements are factor and term for every invocation.
  result[id.x + 2u] = a + b + c + d + e + f + g + h;
}
