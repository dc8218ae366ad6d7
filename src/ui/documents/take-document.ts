/** Puts documents of files and of the gallery on the page, and keeps the work that was there. */
import { msg, str } from '@lit/localize';
import type { Autosave } from '../../state/autosave.ts';
import { DEFAULT_DOCUMENT, sameDocument, type PlaygroundDocument } from '../../state/document.ts';
import type { ShownDocument } from '../../state/document-file.ts';
import type { Notices } from '../shell/notices.ts';
import { othersText, type OpenedFile, type TakenDocument } from './open-file.ts';

/** The page, as the desk sees it. */
export interface Desk {
  /** Null before the page is open. */
  readonly present: () => ShownDocument | null;
  readonly put: (shown: ShownDocument) => void;
  readonly restore: (work: PlaygroundDocument) => void;
  readonly notices: Pick<Notices, 'tell' | 'dismiss'>;
}

export async function takeDocument(taken: OpenedFile, desk: Desk, autosave: Autosave): Promise<void> {
  if (typeof taken === 'function') {
    desk.notices.tell({ id: 'file', kind: 'problem', text: taken });
    return;
  }
  // What was wrong with the file before is out of date.
  desk.notices.dismiss('file');
  await autosave.prepare();
  const own = desk.present()?.document;
  if (!own) return;
  const { document } = taken.shown;
  const isOther = !sameDocument(own, document) && !sameDocument(own, DEFAULT_DOCUMENT);
  if (isOther) autosave.keepAside(own);
  // Kept in its file or in the gallery: what is not edited need not be kept aside again.
  autosave.noteLinked(document);
  desk.put(taken.shown);
  tellTaken(taken, desk, isOther ? autosave.aside(document) : null);
}

function tellTaken({ name, files = 1 }: TakenDocument, desk: Desk, own: PlaygroundDocument | null): void {
  const opened = (): string =>
    [msg(str`Opened: “${name}”.`), ...(files > 1 ? [othersText(files)] : [])].join(' ');
  if (!own) {
    desk.notices.tell({ id: 'link', kind: 'info', text: opened });
    return;
  }
  desk.notices.tell({
    id: 'link',
    kind: 'info',
    text: () => `${opened()} ${msg('Your own work is kept.')}`,
    action: {
      label: () => msg('Back to my work'),
      run: () => {
        desk.restore(own);
      },
    },
  });
}
