// The fast passes cut a plane of the response into strips of 4 * VECTORS columns and bands of rows; an invocation walks
// down one strip of one band. They read and write planes with a pitch, in vectors of four columns: the host lays the
// padding of the geometry, and zeros up to the pitch, into the image, so that no access needs a test.

// One of the four sizes that the host sets; see src/engine/gpu/strips.ts.
const VECTORS = 2u;
const KERNEL_HEIGHT = 3u;
const KERNEL_WIDTH = 3u;

const COLUMNS = 4u * VECTORS;
const TAPS = KERNEL_HEIGHT * KERNEL_WIDTH;
// Vectors of an image row that a strip sees.
const ROW_VECTORS = (COLUMNS + KERNEL_WIDTH + 2u) / 4u;
const ROW_COLUMNS = 4u * ROW_VECTORS;
const LAST_ROW = KERNEL_HEIGHT - 1u;
const SUM_ROWS = KERNEL_HEIGHT + 1u;

struct Strips {
  batch: u32,
  in_channels: u32,
  out_channels: u32,
  in_per_group: u32,
  out_per_group: u32,
  output_height: u32,
  output_width: u32,
  strips: u32,
  bands: u32,
  band_rows: u32,
  // In vectors.
  image_pitch: u32,
  image_plane: u32,
  response_pitch: u32,
  response_plane: u32,
}

@group(0) @binding(0) var<uniform> plan: Strips;

struct Band {
  strip: u32,
  first_row: u32,
  rows: u32,
}

// The strips of the first band come first, so that neighbours read neighbouring columns.
fn band_at(index: u32) -> Band {
  let first_row = index / plan.strips * plan.band_rows;
  return Band(index % plan.strips, first_row, min(plan.band_rows, plan.output_height - first_row));
}

fn bands_per_plane() -> u32 {
  return plan.strips * plan.bands;
}
