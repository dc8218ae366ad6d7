import { afterEach, expect, test, vi } from 'vitest';
import { openArithmetic } from '../../../src/engine/cpu/open-arithmetic.ts';
import { compileAssembly } from '../../../src/engine/cpu/wasm/kernels.ts';
import { COUNTING_IMAGE, COUNTING_KERNEL } from '../../../src/math/article.ts';
import { checkCorrelation } from '../../../src/math/operands.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A platform on which only binaries for which `allows` says so are valid. */
function stubPlatform(allows: (bytes: Uint8Array) => boolean, compile = WebAssembly.compile): void {
  vi.stubGlobal('WebAssembly', { ...WebAssembly, validate: allows, compile });
}

async function answersOf(): Promise<readonly [string, readonly number[]]> {
  const arithmetic = await openArithmetic();
  const plan = checkCorrelation(COUNTING_IMAGE, COUNTING_KERNEL);
  const { data } = await arithmetic.correlate(plan, COUNTING_IMAGE.data, COUNTING_KERNEL.data);
  return [arithmetic.name, [...data]];
}

test('SIMD where relaxed SIMD is missing', async () => {
  let offered = 0;
  stubPlatform(() => ++offered > 1);
  expect((await compileAssembly())?.name).toBe('WebAssembly SIMD');
  expect(offered).toBe(2);
});

test('relaxed SIMD where it is there', async () => {
  // Node 20 cannot compile it: any module stands for what was compiled.
  const empty = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  stubPlatform(
    () => true,
    () => Promise.resolve(empty),
  );
  expect((await compileAssembly())?.name).toBe('WebAssembly relaxed SIMD');
});

test.each<[string, () => void]>([
  [
    'without SIMD',
    () => {
      stubPlatform(() => false);
    },
  ],
  [
    'without WebAssembly',
    () => {
      vi.stubGlobal('WebAssembly', undefined);
    },
  ],
  [
    'where a policy forbids WebAssembly',
    () => {
      stubPlatform(
        () => true,
        () => Promise.reject(new EvalError('refused by a policy')),
      );
    },
  ],
])('plain TypeScript %s, with the same answers', async (_, stub) => {
  stub();
  expect(await answersOf()).toEqual(['TypeScript, float64 sums', [19, 25, 37, 43]]);
});
