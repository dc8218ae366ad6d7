// Image rows laid out for windows that leave the image or move by several columns.

// Copies `rows` dense rows of `width` cells from `from` to rows of `row` cells at `to`. The new rows hold the `columns`
// columns from number `left` on, zeros where the image has none; a column's place is its residue by `stride`, each of
// `segment` cells, and then its quotient.
export function spreadRows(
  from: usize,
  width: isize,
  rows: usize,
  to: usize,
  row: usize,
  segment: usize,
  columns: isize,
  left: isize,
  stride: usize,
): void {
  const first = max<isize>(0, min<isize>(-left, columns));
  const end = max<isize>(first, min<isize>(width - left, columns));
  for (let r: usize = 0; r < rows; r++) {
    const source = from + (r * <usize>width + <usize>left) * 4;
    const target = to + r * row * 4;
    if (stride == 1) {
      memory.fill(target, 0, first * 4);
      memory.copy(target + first * 4, source + first * 4, (end - first) * 4);
      memory.fill(target + end * 4, 0, (row - end) * 4);
    } else {
      memory.fill(target, 0, row * 4);
      let column: usize = first;
      if (stride == 2 && (first & 1) == 0) {
        // Eight columns at a time: the even ones, then the odd ones.
        for (; column + 8 <= <usize>end; column += 8) {
          const x = v128.load(source + column * 4);
          const y = v128.load(source + column * 4, 16);
          const place = target + column * 2;
          v128.store(place, i32x4.shuffle(x, y, 0, 2, 4, 6));
          v128.store(place + segment * 4, i32x4.shuffle(x, y, 1, 3, 5, 7));
        }
      }
      for (; column < <usize>end; column++) {
        store<f32>(target + ((column % stride) * segment + column / stride) * 4, load<f32>(source + column * 4));
      }
    }
  }
}
