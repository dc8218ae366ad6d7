/** The published JSON Schema, by a validator of others, beside the reader of files: both take the same files. */
import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import schema from '../../public/corr2d.schema.json';
import { SCENES } from '../../src/state/address.ts';
import { documentToFile, FileError, fileToDocument } from '../../src/state/document-file.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { GOLDEN_LINKS } from './golden-document.ts';

const validate = new Ajv().compile(schema);
const fitsSchema = (data: unknown): boolean => validate(data) === true;

function opens(data: unknown): boolean {
  try {
    fileToDocument(JSON.stringify(data));
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

const parsed = (...shown: Parameters<typeof documentToFile>) =>
  JSON.parse(documentToFile(...shown)) as unknown;

/** Every optional key is in one of them. */
const FILES = GOLDEN_LINKS.map(({ document }) => parsed({ scene: 'edges', document }));

type Path = readonly (string | number)[];

/** The ways to every value, as far as the schema can judge it: the sizes of grids, and the cells of packed ones, it cannot. */
function pathsOf(data: unknown, path: Path = []): readonly Path[] {
  if (typeof data !== 'object' || data === null) return [path];
  const inside = Object.entries(data).flatMap(([key, value]) =>
    pathsOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
  // Thousands of cells of one image would leave little chance to all else.
  return [path, ...(Array.isArray(data) ? inside.slice(0, 12) : inside)];
}

function changed(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...(data as object) }) as Record<
    string,
    unknown
  >;
  if (value === undefined && rest.length === 0 && !Array.isArray(copy)) return without(copy, key);
  copy[key] = changed(copy[key], rest, value);
  return copy;
}

const without = (copy: Record<string, unknown>, key: string | number): unknown =>
  Object.fromEntries(Object.entries(copy).filter(([other]) => other !== String(key)));

/** Far outside, of other kinds, or missing; what lies inside some range and not others is among them. */
const OTHERS = [
  -1,
  0,
  1,
  2,
  0.5,
  1e-9,
  3.5,
  9,
  101,
  1e6,
  1e13,
  -1e13,
  '',
  'x',
  's',
  null,
  true,
  [],
  {},
  undefined,
];

it('takes every document that the page saves', () => {
  for (const file of FILES) expect(fitsSchema(file), JSON.stringify(validate.errors)).toBe(true);
  fc.assert(
    fc.property(fc.constantFrom(...SCENES), arbitraryDocument, (scene, document) => {
      expect(fitsSchema(parsed({ scene, document })), JSON.stringify(validate.errors)).toBe(true);
    }),
    { numRuns: 10 },
  );
});

it('refuses what the page refuses, but for what no schema can say; the page refuses what it refuses', () => {
  let refused = 0;
  const places = FILES.flatMap((file) => pathsOf(file).map((path) => ({ file, path }))).filter(
    ({ path }) => path.length > 0,
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...OTHERS), ({ file, path }, value) => {
      const other = changed(file, path, value);
      const fits = fitsSchema(other);
      if (!fits) refused++;
      if (!fits || !BEYOND_SCHEMA.test(path.join('.'))) expect(opens(other)).toBe(fits);
    }),
    { numRuns: 700 },
  );
  expect(refused).toBeGreaterThan(200);
});

/** What must agree with the number of values, with an image or with another value. */
const BEYOND_SCHEMA = /^document\.(c\.[ikpd]|e\.|l\.[tkyafbu]|l$|r\.[in]|v\.)/;
