/**
 * A picture at another size, each cell the mean of the area that it covers, pixels that it cuts counted by their share. Rows are
 * given one after another, so that a large photograph need not be held as numbers.
 */

/** A pixel and a cell that it lies in, along one side, and the part of the cell that it fills. */
interface Share {
  readonly pixel: number;
  readonly cell: number;
  readonly part: number;
}

export class AreaAverage {
  private readonly sums: Float64Array;
  private readonly across: readonly Share[];
  private readonly down: readonly Share[];
  private row = 0;
  private next = 0;

  /** From `height`×`width` pixels to `rows`×`columns` cells, all at least 1. */
  constructor(
    height: number,
    width: number,
    rows: number,
    private readonly columns: number,
  ) {
    this.sums = new Float64Array(rows * columns);
    this.across = sharesOf(width, columns);
    this.down = sharesOf(height, rows);
  }

  /** The next row of pixels, from the top. */
  addRow(pixels: Float64Array): void {
    const means = this.meansOf(pixels);
    for (let share = this.down[this.next]; share?.pixel === this.row; share = this.down[++this.next]) {
      const { cell, part } = share;
      means.forEach((mean, column) => {
        const at = cell * this.columns + column;
        this.sums[at] = (this.sums[at] ?? 0) + part * mean;
      });
    }
    this.row++;
  }

  /** The means, row-major, once every row was added. */
  values(): number[] {
    return [...this.sums];
  }

  private meansOf(pixels: Float64Array): Float64Array {
    const means = new Float64Array(this.columns);
    for (const { pixel, cell, part } of this.across)
      means[cell] = (means[cell] ?? 0) + part * (pixels[pixel] ?? 0);
    return means;
  }
}

/** In the order of the pixels. */
function sharesOf(pixels: number, cells: number): Share[] {
  return Array.from({ length: pixels }, (_, pixel) => {
    const from = (pixel * cells) / pixels;
    const to = ((pixel + 1) * cells) / pixels;
    const first = Math.floor(from);
    return Array.from({ length: Math.min(Math.ceil(to), cells) - first }, (__, index) => {
      const cell = first + index;
      return { pixel, cell, part: Math.min(to, cell + 1) - Math.max(from, cell) };
    });
  }).flat();
}
