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
