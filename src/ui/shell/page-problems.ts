/** What can go wrong with the page itself, told once each. */
import { msg } from '@lit/localize';
import type { Notices } from './notices.ts';

const TEXTS = {
  // In both languages, for the one that is missing is not known here.
  'locale-missing': () => 'This language could not be loaded. 无法载入这种语言。',
  'not-saved': () =>
    msg('This browser does not keep data for the page: your work is not saved. The Share link keeps it.'),
  'engine-lost': () =>
    msg('The GPU was lost for a moment. Another engine was opened, and the work goes on where it was.'),
  'scene-missing': () =>
    msg('This scene could not be loaded. Check the connection and reload the page; your work is kept.'),
} as const satisfies Record<string, () => string>;

export function tellProblem(notices: Notices, id: keyof typeof TEXTS): void {
  notices.tell({ id, kind: 'problem', text: TEXTS[id] });
}
