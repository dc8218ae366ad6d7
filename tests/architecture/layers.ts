/**
 * The arrows of the architecture: main -> ui -> state -> engine -> math, and the two engines below the contract. The
 * bench stands beside the state: it measures what the engine's door shows.
 */
import type { Import, ImportGraph } from './imports.ts';

type Layer =
  | 'main'
  | 'ui'
  | 'bench'
  | 'state'
  | 'engine'
  | 'engine/cpu'
  | 'engine/gpu'
  | 'math'
  | 'shaders'
  | 'assembly';

/** The first prefix that fits names the layer. */
const PREFIXES: readonly (readonly [prefix: string, layer: Layer])[] = [
  ['src/main.ts', 'main'],
  ['src/bench-main.ts', 'main'],
  ['src/element-main.ts', 'main'],
  ['src/ui/', 'ui'],
  ['src/bench/', 'bench'],
  ['src/state/', 'state'],
  ['src/engine/cpu/', 'engine/cpu'],
  ['src/engine/gpu/', 'engine/gpu'],
  ['src/engine/', 'engine'],
  ['src/math/', 'math'],
  ['shaders/', 'shaders'],
  ['assembly/', 'assembly'],
];

/** Both engines know the contract and the errors, which are the engine layer's own files, but not each other. */
const MAY_IMPORT: Readonly<Record<Layer, readonly Layer[]>> = {
  main: ['main', 'ui', 'state', 'engine', 'math'],
  ui: ['ui', 'bench', 'state', 'engine', 'math'],
  bench: ['bench', 'engine', 'math'],
  state: ['state', 'engine', 'math'],
  engine: ['engine', 'engine/cpu', 'engine/gpu', 'math'],
  'engine/cpu': ['engine/cpu', 'engine', 'math', 'assembly'],
  'engine/gpu': ['engine/gpu', 'engine', 'math', 'shaders'],
  math: ['math'],
  shaders: ['shaders'],
  assembly: ['assembly'],
};

/** Packages that a layer may import; a layer that is not listed may import any. */
const PACKAGES: Partial<Record<Layer, readonly string[]>> = {
  bench: [],
  state: ['comlink', 'nanostores', 'valibot'],
  engine: ['comlink'],
  'engine/cpu': ['comlink'],
  'engine/gpu': [],
  math: ['ml-matrix'],
};

const ENGINE_DOOR = 'src/engine/index.ts';
const ENGINE_CONTRACT = 'src/engine/contract.ts';
/** The bench times what is behind the door, by the one module that is made for it. */
const MEASURED = 'src/engine/gpu/resident.ts';

function layerOf(path: string): Layer | null {
  return PREFIXES.find(([prefix]) => path.startsWith(prefix))?.[1] ?? null;
}

function isOutsideEngine(layer: Layer): boolean {
  return layer === 'main' || layer === 'ui' || layer === 'bench' || layer === 'state';
}

function packageFault(layer: Layer, name: string): string | null {
  const allowed = PACKAGES[layer];
  return allowed === undefined || allowed.includes(name) ? null : `${layer} does not use the package ${name}`;
}

/** From outside, the engine has one door; its contract may be named as a type. The engines are below that door. */
function engineFault(layer: Layer, { target, isTypeOnly }: Import): string | null {
  if (layer === 'engine') return null;
  if (!isOutsideEngine(layer))
    return target === ENGINE_DOOR ? `${layer} is below the index that opens it` : null;
  const isAllowed = target === ENGINE_DOOR || (target === ENGINE_CONTRACT && isTypeOnly);
  return isAllowed ? null : `${layer} knows the engine by its index or its contract's types`;
}

function faultOf(layer: Layer, imported: Import): string | null {
  if (imported.isPackage) return packageFault(layer, imported.target);
  const target = layerOf(imported.target);
  if (target === null) return 'the imported file belongs to no layer';
  if (layer === 'bench' && imported.target === MEASURED) return null;
  if (!MAY_IMPORT[layer].includes(target)) return `${layer} may not import ${target}`;
  return target === 'engine' ? engineFault(layer, imported) : null;
}

/** A line for each import against the arrows, and for each file that belongs to no layer. */
export function findLayerFaults(graph: ImportGraph): string[] {
  return [...graph].flatMap(([path, imports]) => {
    const layer = layerOf(path);
    if (layer === null) return [`${path}: belongs to no layer`];
    return imports.flatMap((imported) => {
      const fault = faultOf(layer, imported);
      return fault === null ? [] : [`${path} -> ${imported.target}: ${fault}`];
    });
  });
}
