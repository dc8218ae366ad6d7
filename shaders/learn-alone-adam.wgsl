// Many steps by Adam in one dispatch of one invocation: see include/learn-alone.wgsl.
// #include "include/learn-alone.wgsl"
// #include "include/adam-update.wgsl"

@group(0) @binding(1) var<uniform> run: Run;
@group(0) @binding(2) var<uniform> squared_error: SquaredError;
@group(0) @binding(3) var<uniform> settings: Adam;
@group(0) @binding(4) var<storage, read> image: array<vec4f>;
@group(0) @binding(5) var<storage, read> expected: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(7) var<storage, read_write> kernel: array<f32>;
@group(0) @binding(8) var<storage, read_write> losses: array<f32>;
@group(0) @binding(9) var<storage, read_write> first_moment: array<f32>;
@group(0) @binding(10) var<storage, read_write> second_moment: array<f32>;

@compute @workgroup_size(1)
fn learn_alone_adam() {
  learn_alone();
}
