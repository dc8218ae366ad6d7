/** Circles of imports that load each other. */
import type { ImportGraph } from './imports.ts';

/** The first circle on a walk from each file, as `a -> b -> a`; types load nothing and workers load anew. */
export function findCycles(graph: ImportGraph): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const { target, isTypeOnly, isWorker } of graph.get(path) ?? []) {
      if (!isTypeOnly && !isWorker) walk(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return cycles;
}
