/** The notices that are shown, one of a kind at a time. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Notice } from './notice-list.ts';

export class Notices implements ReactiveController {
  private shown: readonly Notice[] = [];
  private toldStorage = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.shown = [];
  }

  get list(): readonly Notice[] {
    return this.shown;
  }

  /** Shows a notice, in place of one with the same `id`. */
  tell(notice: Notice): void {
    // Fetched after the first numbers (load-tools.ts), or now, for a link that could not be opened.
    import('./notice-list.ts').catch(() => undefined);
    this.change([...this.shown.filter(({ id }) => id !== notice.id), notice]);
  }

  dismiss(id: string): void {
    this.change(this.shown.filter((notice) => notice.id !== id));
  }

  /** Whether the reader was told before that the browser keeps nothing: the page and the dialog of documents may both find out. */
  isStorageTold(): boolean {
    const wasTold = this.toldStorage;
    this.toldStorage = true;
    return wasTold;
  }

  readonly onStorageFailed = (event: Event): void => {
    if (this.isStorageTold()) event.preventDefault();
  };

  private change(notices: readonly Notice[]): void {
    this.shown = notices;
    this.host.requestUpdate();
  }
}
