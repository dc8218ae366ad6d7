/** How wide an effective receptive field is. */

/** Of the greatest gradient: what two standard deviations of a normal distribution leave out, 1 − 95.45 %. */
export const EFFECTIVE_SHARE = 1 - 0.9545;

/**
 * The side in cells of a square with as many cells as have a gradient past EFFECTIVE_SHARE of the greatest one; the
 * measure of Luo, Li, Urtasun & Zemel 2016 (Understanding the Effective Receptive Field in Deep Convolutional Neural
 * Networks, section 4.1). 0 where there is no gradient at all.
 */
export function effectiveWidth(gradient: ArrayLike<number>): number {
  const sizes = Array.from(gradient, Math.abs);
  const threshold = EFFECTIVE_SHARE * Math.max(0, ...sizes);
  return Math.sqrt(sizes.filter((size) => size > threshold).length);
}

/** The root of the mean square of several gradients, cell by cell: their deviation where their mean is zero. */
export function rootMeanSquare(gradients: readonly ArrayLike<number>[]): Float64Array {
  const squares = new Float64Array(gradients[0]?.length ?? 0);
  for (const gradient of gradients) {
    for (let cell = 0; cell < squares.length; cell++)
      squares[cell] = (squares[cell] ?? 0) + (gradient[cell] ?? 0) ** 2;
  }
  return squares.map((sum) => Math.sqrt(sum / gradients.length));
}

/** First and last of the middle half, and no more, of the cells from the first to the last of these; all of one or two. */
export function middleHalf(cells: readonly number[]): readonly [from: number, to: number] {
  const [first = 0, last = 0] = [cells[0], cells.at(-1)];
  const span = last - first + 1;
  const quarter = Math.min(Math.ceil(span / 4), Math.floor((span - 1) / 2));
  return [first + quarter, last - quarter];
}

/** Which share of the squared gradient lies in the middle half, along both axes, of a field; 0 where there is none. */
export function middleShare(
  { columns: width, values }: { readonly columns: number; readonly values: ArrayLike<number> },
  rows: readonly number[],
  columns: readonly number[],
): number {
  const [[top, bottom], [left, right]] = [middleHalf(rows), middleHalf(columns)];
  let [inside, all] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const [row, column] = [Math.floor(index / width), index % width];
    const square = (values[index] ?? 0) ** 2;
    all += square;
    if (row >= top && row <= bottom && column >= left && column <= right) inside += square;
  }
  return all === 0 ? 0 : inside / all;
}
