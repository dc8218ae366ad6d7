/** Codes are read back by another library than the one that makes them. */
import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { makeQrModules, modulesPath } from '../../../src/ui/share/qr-modules.ts';

/** Pixels a module, and modules of light around them. */
const SCALE = 3;
const QUIET = 4;

/** What a camera's software reads in a picture of the code. */
function read(rows: readonly (readonly boolean[])[]): string | undefined {
  const side = (rows.length + 2 * QUIET) * SCALE;
  const module = (pixel: number) => Math.floor(pixel / SCALE) - QUIET;
  const pixels = Uint8ClampedArray.from({ length: 4 * side * side }, (_, index) => {
    if (index % 4 === 3) return 255;
    const [y, x] = [Math.floor(index / 4 / side), Math.floor(index / 4) % side];
    return rows[module(y)]?.[module(x)] === true ? 0 : 255;
  });
  return jsQR(pixels, side, side)?.data;
}

it.each([
  ['the shortest', 'https://example.org/#scene=edges'],
  ['any ASCII', 'https://example.org/a~b/?q=%E4%BA%92#s=1.abc-_XYZ&theme=dark&controls=play,sum'],
  ['the longest', `https://example.org/#s=1.${'aZ9-_'.repeat(195)}`],
])('%s link is read as it was written', (_, link) => {
  const rows = makeQrModules(link) ?? [];
  expect(read(rows)).toBe(link);
});

it('a link past 1000 characters has none', () => {
  expect(makeQrModules('a'.repeat(1000))).not.toBeNull();
  expect(makeQrModules('a'.repeat(1001))).toBeNull();
});

it('the path has a square for each dark module', () => {
  expect(
    modulesPath([
      [true, false],
      [false, true],
    ]),
  ).toBe('M0 0h1v1h-1zM1 1h1v1h-1z');
});
