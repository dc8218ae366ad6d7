/** Cuts a plan into bands of rows, each a plan of its own: for what does not fit a buffer, or takes long at once. */
import { dilatedLength, type Plan } from '../../math/geometry.ts';

export interface Rows {
  readonly first: number;
  readonly count: number;
}

export interface RowBand {
  /** The band alone; its padding has changed. */
  readonly plan: Plan;
  /** Of the whole image and of the whole response; bands may share the rows that they only read. */
  readonly imageRows: Rows;
  readonly outputRows: Rows;
}

/** Bands of at most `most` response rows, with the image rows that their windows see. */
export function cutOutputRows(plan: Plan, most: number): RowBand[] {
  const { stride, padding, dilation } = plan.geometry;
  const height = plan.image[0];
  const window = dilatedLength(plan.kernel[0], dilation[0]);
  return cutRows(plan.output[0], most).map((outputRows) => {
    const start = outputRows.first * stride[0] - padding[0];
    const end = start + (outputRows.count - 1) * stride[0] + window;
    // A band that sees padding alone keeps one image row, which its windows do not reach.
    const first = Math.min(Math.max(start, 0), height - 1);
    const count = Math.max(1, Math.min(end, height) - first);
    const top = first - start;
    const rows = { first, count };
    return makeBand(plan, rows, outputRows, top, end - first - count);
  });
}

/** Bands of at most `most` image rows, with the response rows whose windows see them. */
export function cutImageRows(plan: Plan, most: number): RowBand[] {
  const { stride, padding, dilation } = plan.geometry;
  const window = dilatedLength(plan.kernel[0], dilation[0]);
  return cutRows(plan.image[0], most).map((imageRows) => {
    const firstSeen = Math.ceil((imageRows.first + padding[0] - window + 1) / stride[0]);
    const lastSeen = Math.floor((imageRows.first + imageRows.count - 1 + padding[0]) / stride[0]);
    const last = Math.max(0, Math.min(lastSeen, plan.output[0] - 1));
    const first = Math.min(Math.max(firstSeen, 0), last);
    const outputRows = { first, count: last - first + 1 };
    const start = first * stride[0] - padding[0];
    const end = start + (outputRows.count - 1) * stride[0] + window;
    return makeBand(
      plan,
      imageRows,
      outputRows,
      imageRows.first - start,
      end - imageRows.first - imageRows.count,
    );
  });
}

function cutRows(rows: number, most: number): Rows[] {
  return Array.from({ length: Math.ceil(rows / most) }, (_, i) => {
    return { first: i * most, count: Math.min(most, rows - i * most) };
  });
}

function makeBand(plan: Plan, imageRows: Rows, outputRows: Rows, top: number, bottom: number): RowBand {
  const [, left, , right] = plan.geometry.padding;
  return {
    imageRows,
    outputRows,
    plan: {
      ...plan,
      image: [imageRows.count, plan.image[1]],
      output: [outputRows.count, plan.output[1]],
      geometry: { ...plan.geometry, padding: [top, left, bottom, right] },
    },
  };
}
