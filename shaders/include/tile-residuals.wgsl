// The pass binds `image`, `kernel`, `squared_error`, `expected` and `upstream`.
// #include "include/window.wgsl"
// #include "include/squared-error.wgsl"

// response - expected at the tile, zero for rows that are not there; writes upstream = dL/dresponse.
fn tile_residuals(tile: Tile) -> vec4f {
  let elements = tile_elements(tile);
  let inside = tile_rows_inside(tile);
  var residuals = correlate_tile(tile);
  for (var row = 0u; row < TILE_ROWS; row++) {
    if (inside[row]) {
      residuals[row] -= expected[elements[row]];
      upstream[elements[row]] = 2.0 * squared_error.scale * residuals[row];
    } else {
      residuals[row] = 0.0;
    }
  }
  return residuals;
}
