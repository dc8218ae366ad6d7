/** The compiled inner loops of assembly/, and what they export. */

/** Addresses and distances in bytes, counts in elements: see assembly/ for each function's contract. */
export interface AssemblyExports {
  correlateRows(
    image: number,
    imageRow: number,
    imagePlane: number,
    channels: number,
    columnOffsets: number,
    kernelHeight: number,
    kernelWidth: number,
    weights: number,
    response: number,
    responseRow: number,
    rows: number,
    columns: number,
  ): void;
  correlateTaps(
    image: number,
    imageRow: number,
    offsets: number,
    taps: number,
    weights: number,
    outs: number,
    response: number,
    rows: number,
    columns: number,
  ): void;
  addKernelGradient(
    image: number,
    imageRow: number,
    kernelRow: number,
    columnOffsets: number,
    kernelHeight: number,
    kernelWidth: number,
    upstream: number,
    rows: number,
    columns: number,
    gradient: number,
  ): void;
  spreadRows(
    from: number,
    width: number,
    rows: number,
    to: number,
    row: number,
    segment: number,
    columns: number,
    left: number,
    stride: number,
  ): void;
  residual(response: number, target: number, rows: number, columns: number, slope: number): number;
}

export interface CompiledAssembly {
  /** For people: which instructions it uses. */
  readonly name: string;
  readonly module: WebAssembly.Module;
}

/** Each is fetched only where the one before does not run. */
const BINARIES = [
  { name: 'WebAssembly relaxed SIMD', load: () => import('../../../../assembly/relaxed-simd.wasm') },
  { name: 'WebAssembly SIMD', load: () => import('../../../../assembly/simd.wasm') },
] as const;

/** The best binary that runs here; null without SIMD, or where a policy forbids WebAssembly. */
export async function compileAssembly(): Promise<CompiledAssembly | null> {
  for (const { name, load } of BINARIES) {
    const { default: base64 } = await load();
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    if (!supports(bytes)) continue;
    try {
      return { name, module: await WebAssembly.compile(bytes) };
    } catch {
      return null;
    }
  }
  return null;
}

function supports(bytes: BufferSource): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytes);
}
