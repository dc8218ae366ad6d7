/** The name of the browser's tab: the scene at once, then what is made in it. */
import { msg } from '@lit/localize';
import type { ShownDocument } from '../../state/document-file.ts';
import type { documentTitle } from '../wording/document-title.ts';
import { sceneTitle } from '../wording/scene-text.ts';

const QUIET_MS = 300;

export class TabName {
  private title: typeof documentTitle | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly present: () => ShownDocument | null) {}

  readonly show = (): void => {
    const shown = this.present();
    if (shown)
      document.title = this.title?.(shown) ?? `${sceneTitle(shown.scene)} · ${msg('corr2d playground')}`;
  };

  /** Fetches the words for what is made; without them the scene's name stays. */
  async prepare(): Promise<void> {
    try {
      this.title ??= (await import('../wording/document-title.ts')).documentTitle;
    } catch {
      return;
    }
    this.show();
  }
  /** After an edit, of which there are many in a stroke. */
  showSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(this.show, QUIET_MS);
  }
}
