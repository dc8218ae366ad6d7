/**
 * The JSON inside a link of version 1, and how it becomes a document. Keys are short because links are; every number
 * has its range, unknown keys are dropped, and nothing is copied that is not named here.
 *
 * `c` scene 1: `i` image, `k` kernel, `s` stride, `p` padding, `d` dilation, `f` flip (0 or 1).
 * `e` scene 2: `i` image, see `link-picture`; `k` kernel.
 * `l` scene 3: see `link-learning`.
 * `r` scene 4: see `link-stack`; links that leave it away were made before it was, or say the same.
 * `v` colours of responses, left away while they are the default: `[colours, range]`, colours `"s"` signed, `"g"` grey, `"a"`
 *     absolute; range `"s"` symmetric, `"a"` automatic, or `[low, high]`.
 * A grid is `[rows, columns, values…]`, row-major.
 */
import * as v from 'valibot';
import { DEFAULT_VIEW, type PlaygroundDocument, type ResponseView } from './document.ts';
import { LIMITS } from './limits.ts';
import { flattened, grid, number, toGrid } from './link-grid.ts';
import { dataToLearning, LEARNING_SCHEMA, learningToData } from './link-learning.ts';
import { packed, picture, unpacked } from './link-picture.ts';
import { dataToStack, STACK_SCHEMA, stackToData, UNSAID_STACK } from './link-stack.ts';

export type LinkData = v.InferOutput<typeof LINK_SCHEMA>;

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
  r: v.optional(STACK_SCHEMA),
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

export function documentToLinkData(document: PlaygroundDocument): LinkData {
  const { correlation, edges, learning, receptive, view } = document;
  const stack = stackToData(receptive);
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
    ...(isUnsaid(stack) ? {} : { r: stack }),
    ...(isDefaultView(view) ? {} : { v: viewToData(view) }),
  };
}

/** The document, or the path of the first value that cannot be used, such as `c.s.0`. */
export function linkDataToDocument(
  data: unknown,
): { readonly document: PlaygroundDocument } | { readonly path: string } {
  const result = v.safeParse(LINK_SCHEMA, data, { abortEarly: true });
  if (!result.success) return { path: v.getDotPath(result.issues[0]) ?? '' };
  const { c, e, l, r, v: colors } = result.output;
  const learning = dataToLearning(l);
  if (typeof learning === 'string') return { path: `l.${learning}` };
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
      receptive: r ? dataToStack(r) : UNSAID_STACK,
      view: colors ? dataToView(colors) : DEFAULT_VIEW,
    },
  };
}

function isUnsaid(data: NonNullable<LinkData['r']>): boolean {
  return JSON.stringify(data) === JSON.stringify(stackToData(UNSAID_STACK));
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
