/** What a visitor is told about the document that a visit begins with. */
import { msg } from '@lit/localize';
import type { PlaygroundDocument } from '../../state/document.ts';
import { linkProblemText } from '../wording/link-problem-text.ts';
import { restOfTexts } from './locale.ts';
import type { Notice } from './notice-list.ts';
import type { Notices } from './notices.ts';
import type { Opening } from './opening.ts';

/** Of a document that brings a problem, or that took the place of one's own work. Rejects when the texts cannot be fetched. */
export async function tellOpening(
  opening: Opening,
  notices: Notices,
  restore: (work: PlaygroundDocument) => void,
): Promise<void> {
  await restOfTexts();
  notices.tell(openingNotice(opening, restore));
}

function openingNotice(opening: Opening, restore: (work: PlaygroundDocument) => void): Notice {
  const { problem, ownWork } = opening;
  const notice = {
    id: 'link',
    kind: problem ? 'problem' : 'info',
    text: () => openingText(opening),
  } as const;
  if (!ownWork) return notice;
  const action = {
    label: () => msg('Back to my work'),
    run: () => {
      restore(ownWork);
    },
  };
  return { ...notice, action };
}

function openingText({ linked, problem, stays, ownWork, scene }: Opening): string {
  if (!linked) return msg('Other work of yours, which a link or another window replaced, is still kept.');
  const opened = scene ? msg('You opened an example.') : msg('You opened a shared playground.');
  const cause = problem ? linkProblemText(problem, stays) : opened;
  return ownWork ? `${cause} ${msg('Your own work is kept.')}` : cause;
}
