/** The production build that the global setup made for this run. */
import { inject } from 'vitest';

/** Throws what the build printed when it failed. */
export function builtFolder(): string {
  const { folder, error } = inject('build');
  if (error !== null) throw new Error(`The production build failed:\n${error}`);
  return folder;
}
