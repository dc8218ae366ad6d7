/** Chooses what the CPU engine computes with. */
import type { Arithmetic } from './arithmetic.ts';
import { PlainArithmetic } from './plain/plain-arithmetic.ts';
import { compileAssembly } from './wasm/kernels.ts';
import { WasmArithmetic } from './wasm-arithmetic.ts';

/** The fastest that runs here. */
export async function openArithmetic(): Promise<Arithmetic> {
  const compiled = await compileAssembly();
  return compiled === null ? new PlainArithmetic() : new WasmArithmetic(compiled);
}
