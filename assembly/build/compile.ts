/** Compiles assembly/index.ts to WebAssembly, once for each text of the sources. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

export const ASSEMBLY_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Where binaries are kept: the compiler takes seconds, and every test run and server start needs them. */
const CACHE_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/corr2d-assembly', import.meta.url));

const FEATURES = {
  simd: ['simd'],
  'relaxed-simd': ['simd', 'relaxed-simd'],
} as const;

export type Variant = keyof typeof FEATURES;

export const VARIANTS = Object.keys(FEATURES) as readonly Variant[];

/** The WebAssembly binary; throws an Error with the compiler's own words where the sources do not compile. */
export async function compileAssembly(variant: Variant): Promise<Uint8Array> {
  const cached = join(CACHE_FOLDER, `${variant}-${await hashSources()}.wasm`);
  try {
    return await readFile(cached);
  } catch {
    const binary = await runCompiler(variant);
    await store(cached, binary);
    return binary;
  }
}

/** Every AssemblyScript source, by name. */
export async function listSources(): Promise<readonly string[]> {
  const names = await readdir(ASSEMBLY_FOLDER);
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.wasm.ts')).sort();
}

async function runCompiler(variant: Variant): Promise<Uint8Array> {
  const binaries: Uint8Array[] = [];
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main(['index.ts', '--outFile', 'out.wasm', ...compilerFlags(variant)], {
    stderr,
    readFile: (name, folder) => readFile(join(folder, name), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binaries.push(contents);
    },
    listFiles: () => [],
  });
  const [binary] = binaries;
  if (error !== null || binary === undefined) {
    throw new Error(`assembly/index.ts does not compile:\n${stderr.toString()}`, { cause: error });
  }
  return binary;
}

function compilerFlags(variant: Variant): string[] {
  const features = FEATURES[variant].flatMap((feature) => ['--enable', feature]);
  return [
    '--baseDir',
    ASSEMBLY_FOLDER,
    '-O3',
    '--converge',
    '--noAssert',
    '--runtime',
    'stub',
    '--importMemory',
    ...features,
  ];
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256').update(asc.version);
  for (const name of [...(await listSources()), join('build', 'compile.ts')]) {
    hash.update(name).update(await readFile(join(ASSEMBLY_FOLDER, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

// Processes that compile at the same time must not see each other's half-written files.
async function store(path: string, binary: Uint8Array): Promise<void> {
  await mkdir(CACHE_FOLDER, { recursive: true });
  const own = `${path}.${String(process.pid)}`;
  await writeFile(own, binary);
  await rename(own, path);
}
