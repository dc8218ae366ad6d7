/** Leaves of the page render plain data: only the app element and the scenes know the store. */
import type { Import, ImportGraph } from './imports.ts';

const STORE = 'src/state/store.ts';
const STORE_PACKAGES = ['nanostores', '@nanostores/lit'];
/**
 * The session is the interface through which the app element, and a figure in somebody's page, hand the store to the
 * scenes; the embedded page is a figure with an address.
 */
const MAY_KNOW = [
  /^src\/ui\/(app|figure|embed-page)\.ts$/,
  /^src\/ui\/scenes\//,
  /^src\/ui\/shell\/session\.ts$/,
];

function isLeaf(path: string): boolean {
  return path.startsWith('src/ui/') && !MAY_KNOW.some((pattern) => pattern.test(path));
}

/** The type of a leaf's data may come from a state module; the store's own type may not. */
function counts({ target, isTypeOnly }: Import): boolean {
  return !isTypeOnly || !target.startsWith('src/state/') || target === STORE;
}

/** The way from `path` to a store over the imports that count, or null. */
function wayToStore(graph: ImportGraph, path: string, seen: Set<string>): readonly string[] | null {
  if (path === STORE || STORE_PACKAGES.includes(path)) return [path];
  if (seen.has(path)) return null;
  seen.add(path);
  for (const { target } of (graph.get(path) ?? []).filter(counts)) {
    const way = wayToStore(graph, target, seen);
    if (way !== null) return [path, ...way];
  }
  return null;
}

/** A line for each leaf that reaches the store, with the way it takes. */
export function findLeavesWithStore(graph: ImportGraph): string[] {
  return [...graph.keys()].filter(isLeaf).flatMap((leaf) => {
    const way = wayToStore(graph, leaf, new Set());
    return way === null ? [] : [way.join(' -> ')];
  });
}
