/** Expands `// #include "path"` lines of WGSL text; pure, the caller reads the files. */
import type { LineSegment } from '../shader.ts';

/** Text of a file by its path from the shaders folder; throws when there is none. */
export type ReadSource = (path: string) => string;

export interface Expansion {
  readonly code: string;
  readonly lineMap: readonly LineSegment[];
  /** Every file that went in, the first one included. */
  readonly files: readonly string[];
}

export class IncludeCycleError extends Error {
  override readonly name = 'IncludeCycleError';
  constructor(readonly chain: readonly string[]) {
    super(`shader include cycle: ${chain.join(' -> ')}`);
  }
}

const DIRECTIVE = /^\s*\/\/\s*#include\s+"([^"]+)"\s*$/;

interface Output {
  readonly lines: string[];
  readonly lineMap: LineSegment[];
  readonly files: string[];
}

/**
 * Puts every included file in the place of its first directive, each file once; paths count from the shaders
 * folder. Throws IncludeCycleError, or what `read` throws.
 */
export function expandIncludes(path: string, read: ReadSource): Expansion {
  const output: Output = { lines: [], lineMap: [], files: [] };
  expandFile(path, read, [], output);
  return { code: `${output.lines.join('\n')}\n`, lineMap: output.lineMap, files: output.files };
}

function expandFile(path: string, read: ReadSource, ancestors: readonly string[], output: Output): void {
  const chain = [...ancestors, path];
  if (ancestors.includes(path)) throw new IncludeCycleError(chain);
  if (output.files.includes(path)) return;
  output.files.push(path);
  const lines = read(path).trimEnd().split(/\r?\n/);
  let startsSegment = true;
  lines.forEach((text, index) => {
    const included = DIRECTIVE.exec(text)?.[1];
    if (included !== undefined) {
      expandFile(included, read, chain, output);
      startsSegment = true;
      return;
    }
    if (startsSegment) output.lineMap.push({ first: output.lines.length + 1, file: path, line: index + 1 });
    startsSegment = false;
    output.lines.push(text);
  });
}
