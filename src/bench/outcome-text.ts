/** Times and outcomes in words and digits, the same in the terminal, the report and the page's copies. */
import type { Outcome } from './result.ts';

/** Three significant digits, without an exponent: `0.00013`, `1.12`, `1710`. */
export function formatTime(milliseconds: number): string {
  if (milliseconds === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(milliseconds)));
  return milliseconds.toFixed(Math.min(digits, 9));
}

/** Two significant digits from 10 down, whole numbers above: `0.97`, `5.8`, `569`. */
export function formatRatio(ratio: number): string {
  return ratio.toFixed(ratio >= 10 ? 0 : ratio >= 1 ? 1 : 2);
}

export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** One line: the median with its spread, or why there is none. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.status) {
    case 'timed': {
      const { endToEnd, resident, setup, single } = outcome;
      const spread = single
        ? '*'
        : ` (${formatTime(endToEnd.minimum)} … ${formatTime(endToEnd.upperQuartile)})`;
      const kept = resident === null ? '' : `, resident ${formatTime(resident.median)}`;
      const before = setup === null ? '' : `, set-up ${formatTime(setup)}`;
      return `${formatTime(endToEnd.median)} ms${spread}${kept}${before}`;
    }
    case 'not-offered':
      return 'not offered';
    case 'not-run':
      return `not run (predicted ${(outcome.predicted / 1000).toFixed(0)} s)`;
    case 'wrong':
      return `wrong: ${outcome.reason}`;
    case 'failed':
      return `failed: ${outcome.reason}`;
  }
}
