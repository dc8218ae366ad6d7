/** What the command line asks of the page. */
import type { RunSettings } from '../../src/bench/result.ts';

export interface StartRequest {
  readonly contenders: readonly string[];
  readonly workloads: readonly string[];
  readonly settings: RunSettings;
}
