/** Kernels made from a size (odd or even, square) and shape parameters, in cells; angles in degrees, counter-clockwise from x. */
import type { Rows } from './fixed.ts';

type Weight = (x: number, y: number) => number;

/** The mean of n×n cells. */
export function makeBox(size: number): Rows {
  return sample(size, () => 1 / size ** 2);
}

/** exp(−r² / 2σ²), made to sum to 1. */
export function makeGaussian(size: number, sigma: number): Rows {
  return withSum(sample(size, gaussian(sigma)), 1);
}

/**
 * The Laplacian of a Gaussian (Marr & Hildreth 1980), (r² − 2σ²) / σ⁴ · G(r) with G summing to 1, less its mean, so that it
 * sees nothing on flat ground.
 */
export function makeLaplacianOfGaussian(size: number, sigma: number): Rows {
  const bell = makeGaussian(size, sigma);
  const raw = sample(size, (x, y) => (x * x + y * y - 2 * sigma ** 2) / sigma ** 4).map((row, i) =>
    row.map((value, j) => value * (bell[i]?.[j] ?? 0)),
  );
  const mean = total(raw) / size ** 2;
  return raw.map((row) => row.map((value) => value - mean));
}

/** A line of length `size` through the middle, a cell wide, that sums to 1: what a moving camera does. */
export function makeMotion(size: number, angle: number): Rows {
  const [cos, sin] = direction(angle);
  const reach = (size - 1) / 2;
  const line: Weight = (x, y) => {
    const across = Math.abs(x * sin - y * cos);
    const along = Math.abs(x * cos + y * sin);
    return Math.max(0, 1 - across) * Math.max(0, Math.min(1, reach + 1 - along));
  };
  return withSum(sample(size, line), 1);
}

/** An even Gabor function (Daugman 1985), round: exp(−r² / 2σ²) · cos(2π x′ / λ), x′ along `angle`. */
export function makeGabor(size: number, angle: number, wavelength: number, sigma: number): Rows {
  const [cos, sin] = direction(angle);
  const bell = gaussian(sigma);
  return sample(size, (x, y) => bell(x, y) * Math.cos((2 * Math.PI * (x * cos + y * sin)) / wavelength));
}

function gaussian(sigma: number): Weight {
  return (x, y) => Math.exp(-(x * x + y * y) / (2 * sigma ** 2));
}

function direction(angle: number): readonly [cos: number, sin: number] {
  const radians = (angle * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}

/** At the cells' middles, from the kernel's middle, y upwards. */
function sample(size: number, weight: Weight): Rows {
  const middle = (size - 1) / 2;
  const places = Array.from({ length: size }, (_, place) => place - middle);
  return places.map((down) => places.map((x) => weight(x, -down)));
}

function total(rows: Rows): number {
  return rows.flat().reduce((sum, value) => sum + value, 0);
}

function withSum(rows: Rows, sum: number): Rows {
  const scale = sum / total(rows);
  return rows.map((row) => row.map((value) => value * scale));
}
