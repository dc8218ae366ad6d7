/** Links made here from the documented format, independent of the page's own code: `1.<base64url(deflate-raw(JSON))>`. */
import { deflateRawSync } from 'node:zlib';

/** The article's three examples as the JSON of link version 1 spells them; each row of the image is 0b11000011. */
const EXAMPLE = {
  c: {
    i: [3, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8],
    k: [2, 2, 0, 1, 2, 3],
    s: [1, 1],
    p: [0, 0, 0, 0],
    d: [1, 1],
    f: 0,
  },
  e: { i: [6, 8, 'w8PDw8PD'], k: [1, 2, 1, -1] },
  l: { t: [1, 2, 1, -1], a: 'a', r: 0.03, n: 10 },
};

function linkOf(document: unknown): string {
  return `s=1.${deflateRawSync(JSON.stringify(document)).toString('base64url')}`;
}

/** Another's playground: 100 in the corner of scene 1's image. */
export const SHARED_LINK = linkOf({
  ...EXAMPLE,
  c: { ...EXAMPLE.c, i: [3, 3, 100, 1, 2, 3, 4, 5, 6, 7, 8], k: [2, 2, 1, 1, 2, 3] },
});
/** (1 − 0) of the image's 100, 1, 3, 4 are added to the article's response. */
export const SHARED_RESPONSE = [
  [119, 26],
  [40, 47],
];

/** Cut off on the way. */
export const DAMAGED_LINK = SHARED_LINK.slice(0, -12);
export const NEWER_LINK = SHARED_LINK.replace('s=1.', 's=3.');
/** Stride 0. */
export const OUT_OF_RANGE_LINK = linkOf({ ...EXAMPLE, c: { ...EXAMPLE.c, s: [0, 1] } });
