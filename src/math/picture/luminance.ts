/**
 * How much light the pixels of a photograph stand for. sRGB (IEC 61966-2-1) holds the display's levels, not the light: levels are
 * turned into light before they are averaged, and back afterwards.
 */

/** Relative luminance of the three primaries, ITU-R BT.709. */
const RED = 0.2126;
const GREEN = 0.7152;
const BLUE = 0.0722;

/** From a display's level to light, both from 0 to 1. */
export function toLight(level: number): number {
  return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
}

/** From light to a display's level: the inverse of `toLight`. */
export function toLevel(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

const LIGHT_OF_BYTE = Float64Array.from({ length: 256 }, (_, byte) => toLight(byte / 255));

/** The light of each pixel of RGBA bytes; what is transparent lies on white paper. */
export function lightOfPixels(pixels: Uint8ClampedArray): Float64Array {
  const light = new Float64Array(pixels.length / 4);
  for (let index = 0, at = 0; index < light.length; index++, at += 4) {
    const opaque =
      RED * lightAt(pixels, at) + GREEN * lightAt(pixels, at + 1) + BLUE * lightAt(pixels, at + 2);
    const cover = (pixels[at + 3] ?? 0) / 255;
    light[index] = cover * opaque + 1 - cover;
  }
  return light;
}

function lightAt(pixels: Uint8ClampedArray, index: number): number {
  return LIGHT_OF_BYTE[pixels[index] ?? 0] ?? 0;
}
