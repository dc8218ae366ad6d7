/** Problems in words, by a script that is fetched once the numbers are there, or with the first problem. */
import { msg } from '@lit/localize';
import type { ReactiveControllerHost } from 'lit';
import { restOfTexts } from '../shell/locale.ts';
import type { Problem } from '../../state/problem.ts';
import type { problemText } from './problem-text.ts';

let words: typeof problemText | null = null;

/** Fetches the script; does nothing where it cannot be fetched. */
export async function fetchProblemWords(): Promise<void> {
  const fallback = (): string => msg('This cannot be used, and the words for why could not be loaded.');
  words ??= await restOfTexts()
    .then(() => import('./problem-text.ts'))
    .then(
      (script) => script.problemText,
      () => fallback,
    );
}

export class ProblemWords {
  constructor(private readonly host: ReactiveControllerHost) {}

  /** An ellipsis until the script is there; the host is rendered anew then. Never empty, which would say that all is well. */
  text(problem: Problem): string {
    if (words) return words(problem);
    void fetchProblemWords().then(() => {
      this.host.requestUpdate();
    });
    return '…';
  }
}
