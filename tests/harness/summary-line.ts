/** The line that ends every run, for people and for programs. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `12 passed, 0 failed`, with the skipped ones where there are any. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  const counts = [`${String(passed)} passed`, `${String(failed)} failed`];
  return [...counts, ...(skipped > 0 ? [`${String(skipped)} skipped`] : [])].join(', ');
}
