/** From a line of expanded shader text to the file it was written in. */
import type { LineSegment } from '../../../shaders/shader.ts';

export interface SourceLine {
  readonly file: string;
  /** 1 is the first line. */
  readonly line: number;
}

/** Null for line 0, which a compiler gives when it knows no place. */
export function locateLine(lineMap: readonly LineSegment[], line: number): SourceLine | null {
  const segment = lineMap.findLast(({ first }) => first <= line);
  return segment === undefined ? null : { file: segment.file, line: segment.line + line - segment.first };
}
