/** A file past this many lines is two ideas. */
import type { Sources } from './sources.ts';

export const MAX_LINES = 300;

/** A line for each file that is too long. */
export function findLongFiles(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > MAX_LINES ? [`${path}: ${String(lines)} lines`] : [];
  });
}
