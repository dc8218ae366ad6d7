/** Why a link was not opened. */
import { msg, str } from '@lit/localize';
import type { LinkProblem } from '../../state/link-error.ts';
import { allowedText } from './allowed-text.ts';
import { fieldName } from './field-text.ts';
import { sceneTitle } from './scene-text.ts';

/** The cause, the way out, and what the reader sees: with `stays` what was there before, otherwise the scene's start. */
export function linkProblemText(problem: LinkProblem, stays: boolean): string {
  const shown = stays ? msg('The page stays as it was.') : msg('The page shows its start instead.');
  return `${causeText(problem)} ${shown}`;
}

function causeText(problem: LinkProblem): string {
  switch (problem.code) {
    case 'link-damaged':
      return msg(
        'This link is damaged: something is missing or was changed on the way. Copy the whole link once more.',
      );
    case 'example-unknown':
      return msg(
        str`There is no example called “${problem.name.slice(0, 40)}”. Choose one from the list of examples at the end of the page.`,
      );
    case 'link-newer':
      return msg(
        'This link was made with a newer version of the playground. Reload the page, or ask for a link of this version.',
      );
    case 'link-too-long':
      return msg(str`This link is too long: ${problem.length} characters, of ${problem.longest} allowed.`);
    case 'link-invalid': {
      const { scene, field } = problem;
      const place = msg(
        str`This link holds something that cannot be used: ${sceneTitle(scene)}, ${fieldName(field)}.`,
      );
      return `${place} ${allowedText(field)}`;
    }
  }
}
