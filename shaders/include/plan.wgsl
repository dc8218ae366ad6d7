// Sizes and geometry of one correlation. Coordinates are computed in u32 and wrap around: a cell before the image
// becomes a number past it, so that one comparison finds both (the host keeps every extent under 2^30).
struct Plan {
  batch: u32,
  in_channels: u32,
  out_channels: u32,
  in_per_group: u32,
  out_per_group: u32,
  image_height: u32,
  image_width: u32,
  kernel_height: u32,
  kernel_width: u32,
  output_height: u32,
  output_width: u32,
  stride_y: u32,
  stride_x: u32,
  padding_top: u32,
  padding_left: u32,
  dilation_y: u32,
  dilation_x: u32,
}

@group(0) @binding(0) var<uniform> plan: Plan;
