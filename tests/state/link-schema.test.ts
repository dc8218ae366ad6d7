/** What the JSON of a link may hold; each bad value is refused by the name of its field. */
import { describe, expect, it } from 'vitest';
import type { LinkPlace } from '../../src/state/link-field.ts';
import { decodeLink, LinkError } from '../../src/state/link.ts';
import { GOLDEN_LINKS } from './golden-document.ts';
import { jsonOf, linkAround } from './link-text.ts';

type Json = Record<'c' | 'e' | 'l' | 'r', Record<string, unknown>>;

function articleJson(): Json {
  const json = JSON.parse(jsonOf(GOLDEN_LINKS[0]?.link ?? '')) as Omit<Json, 'r'>;
  return { ...json, r: { i: [1, 1, 5], n: [['c', 1, 1, 1, 0, 1, 1, 0]], d: [3, 3] } };
}

/** The article's link with one value put in place of another. */
function linkWith(part: keyof Json, key: string, value: unknown): string {
  const json = articleJson();
  json[part] = { ...json[part], [key]: value };
  return linkAround(JSON.stringify(json));
}

const refusal = (place: LinkPlace) => new LinkError({ code: 'link-invalid', ...place });

describe('values that cannot be used', () => {
  it.each<[part: keyof Json, key: string, value: unknown, place: LinkPlace]>([
    ['c', 'i', [2, 2, 1, 2, 3], { scene: 'correlation', field: 'image' }],
    ['c', 'i', [65, 1, ...Array<number>(65).fill(0)], { scene: 'correlation', field: 'image' }],
    ['c', 'i', [1e6, 1e6, 1], { scene: 'correlation', field: 'image' }],
    ['c', 'i', [1, 1, 10_000], { scene: 'correlation', field: 'image' }],
    ['c', 'i', [1, 1, 'x'], { scene: 'correlation', field: 'image' }],
    ['c', 'i', 'x', { scene: 'correlation', field: 'image' }],
    ['c', 'k', [16, 1, ...Array<number>(16).fill(0)], { scene: 'correlation', field: 'kernel' }],
    ['c', 'k', [2.5, 2, 1, 2, 3, 4, 5], { scene: 'correlation', field: 'kernel' }],
    ['c', 's', [0, 1], { scene: 'correlation', field: 'stride-y' }],
    ['c', 's', [1, 9], { scene: 'correlation', field: 'stride-x' }],
    ['c', 'p', [0, 0, -1, 0], { scene: 'correlation', field: 'padding-bottom' }],
    ['c', 'p', [0, 0, 0, 1.5], { scene: 'correlation', field: 'padding-right' }],
    ['c', 'd', [1, null], { scene: 'correlation', field: 'dilation-x' }],
    ['c', 'd', [0, 1], { scene: 'correlation', field: 'dilation-y' }],
    ['e', 'i', [6, 8, 'w8PDw8P'], { scene: 'edges', field: 'image' }],
    ['e', 'i', [6, 8, '!!!!!!!!'], { scene: 'edges', field: 'image' }],
    // 5 cells: what is past the fifth bit, or past the first byte, is no part of the picture.
    ['e', 'i', [1, 5, '-g'], { scene: 'edges', field: 'image' }],
    ['e', 'i', [1, 5, '-AA'], { scene: 'edges', field: 'image' }],
    ['e', 'i', [1, 5, '-B'], { scene: 'edges', field: 'image' }],
    ['e', 'i', [1, 5, ''], { scene: 'edges', field: 'image' }],
    ['e', 'i', [6, 65, 'w8PDw8PD'], { scene: 'edges', field: 'image' }],
    // Greys: a byte a cell, to 100; binary pictures are never packed so.
    ['e', 'i', [1, 2, 'AGU', 'g'], { scene: 'edges', field: 'image' }],
    ['e', 'i', [1, 2, 'AGQ', 'g'], { scene: 'edges', field: 'image' }],
    ['e', 'i', [1, 2, 'MjI', 'x'], { scene: 'edges', field: 'image' }],
    ['e', 'i', [1, 2, 'MjIy', 'g'], { scene: 'edges', field: 'image' }],
    ['r', 'i', [1, 2, 'MjIy', 'g'], { scene: 'receptive', field: 'image' }],
    ['r', 'i', [1, 1, 10_000], { scene: 'receptive', field: 'image' }],
    ['r', 'n', [], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', Array<unknown>(9).fill(['n']), { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['x']], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['m', 0, 1]], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['c', 16, 1, 1, 0, 1, 1, 0]], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['c', 1, 1, 1, 0, 1, 17, 0]], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['c', 1, 1, 1, 0, 1, 1, -1]], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['c', 1, 2, 1, 0, 1, [[1]]]], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['c', 1, 1, 1, 0, 1, []]], { scene: 'receptive', field: 'layers' }],
    ['r', 'n', [['c', 1, 1, 1, 0, 1, [[1e9]]]], { scene: 'receptive', field: 'layers' }],
    ['r', 'd', [0, 3], { scene: 'receptive', field: 'depth' }],
    ['r', 'd', [1, 8], { scene: 'receptive', field: 'depth-kernel' }],
    ['r', 'e', 0, { scene: 'receptive', field: 'draws' }],
    ['r', 'w', 'inception', { scene: 'receptive', field: 'network' }],
    ['r', 'p', [0, 0, 256, 0], { scene: 'receptive', field: 'pinned' }],
    ['r', 'p', [0, 0], { scene: 'receptive', field: 'pinned' }],
    ['e', 'k', [], { scene: 'edges', field: 'kernel' }],
    ['l', 't', {}, { scene: 'learning', field: 'teacher' }],
    ['l', 'a', 'constructor', { scene: 'learning', field: 'start' }],
    ['l', 'a', -1, { scene: 'learning', field: 'start' }],
    ['l', 'a', [1, 3, 1, 2, 3], { scene: 'learning', field: 'start' }],
    ['l', 'a', ['n', -1], { scene: 'learning', field: 'start' }],
    ['l', 'k', [0, 2], { scene: 'learning', field: 'learner-rows' }],
    ['l', 'k', [1, 16], { scene: 'learning', field: 'learner-columns' }],
    ['l', 'y', [2, 2, 1], { scene: 'learning', field: 'target' }],
    ['l', 'q', [-1, 0], { scene: 'learning', field: 'noise' }],
    ['l', 'q', [1, 0.5], { scene: 'learning', field: 'noise-seed' }],
    ['l', 'm', 2, { scene: 'learning', field: 'loss' }],
    ['l', 'o', ['s', 1, 0, 0, 0], { scene: 'learning', field: 'optimizer' }],
    ['l', 'o', ['s', 0, 0, 1, 0], { scene: 'learning', field: 'optimizer' }],
    ['l', 'o', ['s', 0.9, 0.1, 1, 0], { scene: 'learning', field: 'optimizer' }],
    ['l', 'o', ['a', 0.9, 0.999, 0, 0], { scene: 'learning', field: 'optimizer' }],
    ['l', 'e', [-1, 0], { scene: 'learning', field: 'stop-loss' }],
    ['l', 'e', [0, 1e7], { scene: 'learning', field: 'stop-gradient' }],
    ['l', 'r', 'abc', { scene: 'learning', field: 'rate' }],
    ['l', 'r', null, { scene: 'learning', field: 'rate' }],
    ['l', 'r', 0, { scene: 'learning', field: 'rate' }],
    ['l', 'n', 1e9, { scene: 'learning', field: 'steps' }],
    ['l', 'n', '0x10', { scene: 'learning', field: 'steps' }],
  ])('%s.%s = %j', async (part, key, value, place) => {
    await expect(decodeLink(linkWith(part, key, value))).rejects.toEqual(refusal(place));
    await expect(decodeLink(linkWith(part, key, value))).rejects.toHaveProperty(
      'problem',
      refusal(place).problem,
    );
  });

  it('numbers past the largest float', async () => {
    const json = JSON.stringify(articleJson()).replace('"r":0.03', '"r":1e309');
    await expect(decodeLink(linkAround(json))).rejects.toHaveProperty('problem.field', 'rate');
  });

  it('a missing field', async () => {
    const json = JSON.stringify(articleJson()).replace(',"n":10', '');
    await expect(decodeLink(linkAround(json))).rejects.toHaveProperty('problem.field', 'steps');
  });
});

describe('colours of responses', () => {
  it.each<[colours: unknown, place: LinkPlace]>([
    [['x', 's'], { scene: 'correlation', field: 'scale-low' }],
    [['s', 'x'], { scene: 'correlation', field: 'scale-low' }],
    [['s', [1, -1]], { scene: 'correlation', field: 'scale-low' }],
    [['g', [0, 1e13]], { scene: 'correlation', field: 'scale-low' }],
    ['s', { scene: 'correlation', field: 'scale-low' }],
  ])('cannot be %j', async (colours, place) => {
    const link = linkAround(JSON.stringify({ ...articleJson(), v: colours }));
    await expect(decodeLink(link)).rejects.toEqual(refusal(place));
  });
});

describe('kernels that their image cannot hold', () => {
  it.each<[part: keyof Json, key: string, value: unknown, place: LinkPlace]>([
    ['c', 'd', [4, 1], { scene: 'correlation', field: 'kernel' }],
    ['l', 'k', [7, 1], { scene: 'learning', field: 'start' }],
    ['e', 'k', [7, 1, 1, 1, 1, 1, 1, 1, 1], { scene: 'edges', field: 'kernel' }],
    ['e', 'i', [1, 1, 'gA'], { scene: 'edges', field: 'kernel' }],
  ])('%s.%s = %j', async (part, key, value, place) => {
    await expect(decodeLink(linkWith(part, key, value))).rejects.toHaveProperty(
      'problem',
      refusal(place).problem,
    );
  });

  it('a teacher larger than the picture', async () => {
    const json = articleJson();
    json.l = { ...json.l, t: [7, 1, 1, 1, 1, 1, 1, 1, 1], a: 'z' };
    const problem = { code: 'link-invalid', scene: 'learning', field: 'teacher' };
    await expect(decodeLink(linkAround(JSON.stringify(json)))).rejects.toHaveProperty('problem', problem);
  });

  it("the article's start for a teacher of three weights", async () => {
    await expect(decodeLink(linkWith('l', 't', [1, 3, 1, 2, 3]))).rejects.toHaveProperty(
      'problem.field',
      'start',
    );
  });
});

describe('keys that are not ours', () => {
  it('are dropped', async () => {
    const json = {
      ...articleJson(),
      r: undefined,
      title: '<img src=x onerror=alert(1)>',
      constructor: { prototype: { polluted: 1 } },
    };
    const document = await decodeLink(linkAround(JSON.stringify(json)));
    expect(document).toEqual(GOLDEN_LINKS[0]?.document);
    expect(Object.keys(document)).toEqual(['correlation', 'edges', 'learning', 'receptive', 'view']);
  });

  it('reach no prototype', async () => {
    const json = JSON.stringify(articleJson());
    const polluted = `{"__proto__":{"polluted":1},${json.slice(1, -2)},"__proto__":{"polluted":1}}}`;
    const document = await decodeLink(linkAround(polluted));
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((document.learning as { polluted?: number }).polluted).toBeUndefined();
  });

  it('do not stand in for missing ones', async () => {
    const json = JSON.stringify({ c: articleJson().c, e: articleJson().e });
    const inherited = `${json.slice(0, -1)},"__proto__":{"l":${JSON.stringify(articleJson().l)}}}`;
    await expect(decodeLink(linkAround(inherited))).rejects.toHaveProperty('problem.code', 'link-damaged');
  });
});

it('the bits of a picture that fills no whole byte', async () => {
  const { edges } = await decodeLink(linkWith('e', 'i', [1, 5, '-A']));
  expect(edges.image).toEqual({ rows: 1, columns: 5, values: [1, 1, 1, 1, 1] });
});
