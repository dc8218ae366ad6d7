/** What a visitor is told about the document that a visit begins with. */
import { msg } from '@lit/localize';
import type { PlaygroundDocument } from '../../state/document.ts';
import { linkProblemText } from '../wording/problem-text.ts';
import type { Notice } from './notice-list.ts';
import type { Opening } from './opening.ts';

/** Null when there is nothing to tell: no link, or one's own. */
export function openingNotice(
  { problem, ownWork }: Opening,
  restore: (work: PlaygroundDocument) => void,
): Notice | null {
  if (!problem && !ownWork) return null;
  const cause = () => (problem ? linkProblemText(problem) : msg('You opened a shared playground.'));
  const notice = { id: 'link', kind: problem ? 'problem' : 'info', text: cause } as const;
  if (!ownWork) return notice;
  return {
    ...notice,
    text: () => `${cause()} ${msg('Your own work is kept.')}`,
    action: {
      label: () => msg('Back to my work'),
      run: () => {
        restore(ownWork);
      },
    },
  };
}
