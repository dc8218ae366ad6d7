/**
 * The JSON inside a link of version 2: that of version 1 (see `link-schema`) without what is as in the article's document, whole
 * parts or keys of one, and with the cells of images packed (see `link-cells`). What is left away there can never change.
 *
 * The packed text goes through deflate and base64url again. Raw bytes behind the JSON would spare 2 to 5 in 100, as deflate's codes
 * find the six bits of a character by themselves: not worth a form that is no JSON.
 */
import { DEFAULT_DOCUMENT } from './document.ts';
import { damagedLink } from './link-error.ts';
import { packCells, unpackCells } from './link-cells.ts';
import { documentToLinkData, type LinkData } from './link-schema.ts';
import { START, stackToData, UNSAID_STACK } from './link-stack.ts';

type Part = Readonly<Record<string, unknown>>;

/** The parts as they are when nothing was made yet. */
const { c, e, l } = documentToLinkData(DEFAULT_DOCUMENT);
const UNTOUCHED: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['c', c],
  ['e', e],
  ['l', l],
  ['r', { ...START, ...stackToData(DEFAULT_DOCUMENT.receptive) }],
]);

const UNSAID = stackToData(UNSAID_STACK);

/** Keys of parts that hold the cells of an image. */
const CELLS = [
  ['c', 'i'],
  ['l', 'y'],
  ['r', 'i'],
] as const;

export function compactData(data: LinkData): unknown {
  // Version 1 says nothing of scene 4 as it was before there was a version 2.
  const parts = Object.entries({ r: UNSAID, ...data }).map(([name, part]) => {
    const untouched = UNTOUCHED.get(name);
    return [name, untouched && isPart(part) ? changedKeys(name, part, untouched) : part] as const;
  });
  return Object.fromEntries(parts.filter(([, part]) => !isSame(part, {})));
}

/** The JSON of version 1; throws LinkError for what is no object. Its values are judged by the schema. */
export function expandData(data: unknown): unknown {
  if (!isPart(data)) throw damagedLink();
  const parts = [...UNTOUCHED].map(([name, untouched]) => {
    const part = Object.hasOwn(data, name) ? data[name] : {};
    return [name, isPart(part) ? { ...untouched, ...unpackedPart(name, part) } : part] as const;
  });
  return { ...data, ...Object.fromEntries(parts) };
}

function changedKeys(name: string, part: Part, untouched: Part): Part {
  const keys = Object.entries(part).filter(([key, value]) => !isSame(value, untouched[key]));
  return Object.fromEntries(
    keys.map(([key, value]) => [key, isCells(name, key, value) ? packCells(value) : value]),
  );
}

function unpackedPart(name: string, part: Part): Part {
  const cells = CELLS.filter(([owner, key]) => owner === name && Object.hasOwn(part, key));
  return { ...part, ...Object.fromEntries(cells.map(([, key]) => [key, unpackCells(part[key])])) };
}

/** A picture of scene 4 is packed already. */
function isCells(name: string, key: string, value: unknown): value is readonly number[] {
  return (
    CELLS.some(([owner, cells]) => owner === name && cells === key) &&
    Array.isArray(value) &&
    typeof value[2] === 'number'
  );
}

function isPart(data: unknown): data is Part {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
