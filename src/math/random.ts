/**
 * PyTorch's CPU generator: the same seed draws the same numbers. Followed from aten/src/ATen/native/cpu
 * (DistributionTemplates.h), ATen/core/DistributionsHelper.h and ATen/core/MT19937RNGEngine.h. Builds of PyTorch that
 * fuse a multiply and an add may differ in the last place.
 */
import { createMersenneTwister, type DrawUint32 } from './mersenne-twister.ts';
import { elementCount, type Shape4 } from './tensor.ts';

/** From this many elements on, `randn` fills blocks of this size instead of drawing one number after another. */
const NORMAL_BLOCK = 16;

/** `torch.Generator`, with the draws of a contiguous CPU tensor. */
export class TorchGenerator {
  private draw: DrawUint32;
  /** The sine half of the last pair; it waits for the next normal, also across calls. */
  private spareNormal: number | null = null;

  /** `seed` is any safe integer; its low 32 bits count. Throws RangeError for any other number. */
  constructor(seed: number) {
    this.draw = createMersenneTwister(requireSeed(seed));
  }

  /** `manual_seed`: starts over, the waiting normal forgotten. Throws RangeError unless a safe integer. */
  seed(seed: number): void {
    this.draw = createMersenneTwister(requireSeed(seed));
    this.spareNormal = null;
  }

  /** `torch.rand(count)`: float32 in [0, 1). */
  rand(count: number): Float32Array {
    return new Float32Array(count).map(() => this.uniform24());
  }

  /** `torch.rand(count, dtype=torch.float64)`. */
  randDouble(count: number): Float64Array {
    return new Float64Array(count).map(() => this.uniform53());
  }

  /** `torch.empty(count).uniform_(low, high)`: x · (high − low) + low, each operation rounded to float32. */
  uniform(count: number, low: number, high: number): Float32Array {
    const start = Math.fround(low);
    const span = Math.fround(Math.fround(high) - start);
    return this.rand(count).map((x) => Math.fround(x * span) + start);
  }

  /** `torch.randn(count)`. */
  randn(count: number): Float32Array {
    if (count < NORMAL_BLOCK) return new Float32Array(count).map(() => this.nextNormal());
    return this.fillNormal(this.rand(count), () => this.uniform24());
  }

  /** `torch.randn(count, dtype=torch.float64)`. */
  randnDouble(count: number): Float64Array {
    if (count < NORMAL_BLOCK) return new Float64Array(count).map(() => this.nextNormal());
    return this.fillNormal(this.randDouble(count), () => this.uniform53());
  }

  // A float32 has 24 significant bits; PyTorch takes the low ones.
  private uniform24(): number {
    return (this.draw() & 0xffffff) * 2 ** -24;
  }

  // The low 53 bits of 64, the high word drawn first.
  private uniform53(): number {
    const high = this.draw() & 0x1fffff;
    return (high * 2 ** 32 + this.draw()) * 2 ** -53;
  }

  // Box-Muller in double precision (normal_distribution in DistributionsHelper.h).
  private nextNormal(): number {
    const spare = this.spareNormal;
    this.spareNormal = null;
    if (spare !== null) return spare;
    const angle = 2 * Math.PI * this.uniform53();
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform53()));
    this.spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  // normal_fill: uniforms become normals in blocks of 16; a last block that would be short is the last 16, redrawn.
  private fillNormal<T extends Float32Array | Float64Array>(uniforms: T, uniform: () => number): T {
    const whole = uniforms.length - (uniforms.length % NORMAL_BLOCK);
    for (let start = 0; start < whole; start += NORMAL_BLOCK) transformBlock(uniforms, start);
    if (whole < uniforms.length) {
      const start = uniforms.length - NORMAL_BLOCK;
      for (let i = start; i < uniforms.length; i++) uniforms[i] = uniform();
      transformBlock(uniforms, start);
    }
    return uniforms;
  }
}

/**
 * The weight that a new `nn.Conv2d` of this shape `[out, in / groups, height, width]` starts with right after
 * `torch.manual_seed(seed)`: uniform within ±1/√fan_in, fan_in = in / groups · height · width.
 */
export function conv2dWeight(seed: number, shape: Shape4): Float32Array {
  return conv2dParameters(seed, shape).weight;
}

/** Weight and bias `[out]` of the same layer where it has a bias, which is drawn after the weight, within 1/√fan_in. */
export function conv2dParameters(
  seed: number,
  shape: Shape4,
): { readonly weight: Float32Array; readonly bias: Float32Array } {
  const fanIn = shape[1] * shape[2] * shape[3];
  const generator = new TorchGenerator(seed);
  const bound = kaimingBound(fanIn);
  const weight = generator.uniform(elementCount(shape), -bound, bound);
  return { weight, bias: generator.uniform(shape[0], -1 / Math.sqrt(fanIn), 1 / Math.sqrt(fanIn)) };
}

// torch.nn.init.kaiming_uniform_(a = √5): √3 · gain / √fan_in with gain = √(2 / (1 + a²)); in Python's doubles.
function kaimingBound(fanIn: number): number {
  const gain = Math.sqrt(2 / (1 + Math.sqrt(5) ** 2));
  return Math.sqrt(3) * (gain / Math.sqrt(fanIn));
}

// Cosines go to the first half of the block and sines to the second.
function transformBlock(values: Float32Array | Float64Array, start: number): void {
  const half = NORMAL_BLOCK / 2;
  for (let j = start; j < start + half; j++) {
    const radius = Math.sqrt(-2 * Math.log(1 - (values[j] ?? 0)));
    const angle = 2 * Math.PI * (values[j + half] ?? 0);
    values[j] = radius * Math.cos(angle);
    values[j + half] = radius * Math.sin(angle);
  }
}

function requireSeed(seed: number): number {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed ${String(seed)} is not a safe integer`);
  return seed;
}
