/**
 * The JSON inside a link of version 1, and how it becomes a document. Keys are short because links are; every number
 * has its range, unknown keys are dropped, and nothing is copied that is not named here.
 *
 * `c` scene 1: `i` image, `k` kernel, `s` stride, `p` padding, `d` dilation, `f` flip (0 or 1).
 * `e` scene 2: `i` image, `[rows, columns, bits]` where it is binary, or `[rows, columns, bytes, "g"]`, a byte a cell in
 *     hundredths; `k` kernel.
 * `l` scene 3: see `link-learning`.
 * `v` colours of responses, left away while they are the default: `[colours, range]`, colours `"s"` signed, `"g"` grey, `"a"`
 *     absolute; range `"s"` symmetric, `"a"` automatic, or `[low, high]`.
 * A grid is `[rows, columns, values…]`, row-major.
 */
import * as v from 'valibot';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { DEFAULT_VIEW, type NumberGrid, type PlaygroundDocument, type ResponseView } from './document.ts';
import { LIMITS } from './limits.ts';
import { flattened, grid, number, toGrid } from './link-grid.ts';
import { dataToLearning, LEARNING_SCHEMA, learningToData } from './link-learning.ts';

export type LinkData = v.InferOutput<typeof LINK_SCHEMA>;

const LONGEST_PICTURE = Math.ceil((LIMITS.imageSide.maximum ** 2 * 4) / 3);

const side = number(LIMITS.imageSide);
const pictureText = v.pipe(v.string(), v.maxLength(LONGEST_PICTURE));

/** The text must be what this picture packs into: no byte too few or too many, no bit set past the last cell. */
const picture = v.pipe(
  v.union([
    v.strictTuple([side, side, pictureText]),
    v.strictTuple([side, side, pictureText, v.literal('g')]),
  ]),
  v.check((cells) => {
    const image = unpacked(cells);
    const repacked = packed(image);
    return repacked[2] === cells[2] && repacked[3] === cells[3] && image.values.every((value) => value <= 1);
  }),
);

const LINK_SCHEMA = v.object({
  c: v.object({
    i: grid(LIMITS.imageSide),
    k: grid(LIMITS.kernelSide),
    s: v.tuple([number(LIMITS.stride), number(LIMITS.stride)]),
    p: v.tuple([
      number(LIMITS.padding),
      number(LIMITS.padding),
      number(LIMITS.padding),
      number(LIMITS.padding),
    ]),
    d: v.tuple([number(LIMITS.dilation), number(LIMITS.dilation)]),
    f: v.picklist([0, 1]),
  }),
  e: v.object({ i: picture, k: grid(LIMITS.kernelSide) }),
  l: LEARNING_SCHEMA,
  v: v.optional(
    v.tuple([
      v.picklist(['s', 'g', 'a']),
      v.union([
        v.picklist(['s', 'a']),
        v.pipe(v.tuple([number(LIMITS.scale), number(LIMITS.scale)]), v.check(isOrdered)),
      ]),
    ]),
  ),
});

const COLORS = { s: 'signed', g: 'grey', a: 'absolute' } as const;
const COLOR_KEYS = { signed: 's', grey: 'g', absolute: 'a' } as const;

export function documentToLinkData({ correlation, edges, learning, view }: PlaygroundDocument): LinkData {
  return {
    c: {
      i: flattened(correlation.image),
      k: flattened(correlation.kernel),
      s: [...correlation.stride],
      p: [...correlation.padding],
      d: [...correlation.dilation],
      f: correlation.flip ? 1 : 0,
    },
    e: { i: packed(edges.image), k: flattened(edges.kernel) },
    l: learningToData(learning),
    ...(isDefaultView(view) ? {} : { v: viewToData(view) }),
  };
}

/** The document, or the path of the first value that cannot be used, such as `c.s.0`. */
export function linkDataToDocument(
  data: unknown,
): { readonly document: PlaygroundDocument } | { readonly path: string } {
  const result = v.safeParse(LINK_SCHEMA, data, { abortEarly: true });
  if (!result.success) return { path: v.getDotPath(result.issues[0]) ?? '' };
  const { c, e, l, v: colors } = result.output;
  const learning = dataToLearning(l);
  if (learning === 'a') return { path: 'l.a' };
  return {
    document: {
      correlation: {
        image: toGrid(c.i),
        kernel: toGrid(c.k),
        stride: c.s,
        padding: c.p,
        dilation: c.d,
        flip: c.f === 1,
      },
      edges: { image: unpacked(e.i), kernel: toGrid(e.k) },
      learning,
      view: colors ? dataToView(colors) : DEFAULT_VIEW,
    },
  };
}

function isOrdered([low, high]: [number, number]): boolean {
  return low <= high;
}

function isDefaultView({ colors, range }: ResponseView): boolean {
  return colors === DEFAULT_VIEW.colors && range.kind === DEFAULT_VIEW.range.kind;
}

function viewToData({ colors, range }: ResponseView): NonNullable<LinkData['v']> {
  const ends =
    range.kind === 'fixed'
      ? ([range.low, range.high] as [number, number])
      : range.kind === 'symmetric'
        ? 's'
        : 'a';
  return [COLOR_KEYS[colors], ends];
}

function dataToView([colors, range]: NonNullable<LinkData['v']>): ResponseView {
  if (typeof range !== 'string') {
    return { colors: COLORS[colors], range: { kind: 'fixed', low: range[0], high: range[1] } };
  }
  return { colors: COLORS[colors], range: { kind: range === 's' ? 'symmetric' : 'automatic' } };
}

type PackedPicture = [rows: number, columns: number, text: string] | [number, number, string, grey: 'g'];

/** Eight cells a byte, the first in the highest bit; or a byte a cell where there are greys. */
function packed({ rows, columns, values }: NumberGrid): PackedPicture {
  if (values.some((value) => value !== 0 && value !== 1)) {
    return [
      rows,
      columns,
      bytesToBase64url(Uint8Array.from(values, (value) => Math.round(100 * value))),
      'g',
    ];
  }
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, index) => {
    if (value === 1) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  });
  return [rows, columns, bytesToBase64url(bytes)];
}

function unpacked([rows, columns, text, grey]: PackedPicture): NumberGrid {
  const bytes = base64urlToBytes(text) ?? new Uint8Array();
  const bit = (index: number) => ((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1;
  const level = (index: number) => (bytes[index] ?? 0) / 100;
  return {
    rows,
    columns,
    values: Array.from({ length: rows * columns }, (_, index) => (grey ? level(index) : bit(index))),
  };
}
